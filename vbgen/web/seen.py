"""What was seen of campaigns, kept while nothing that it comes from has changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from vbgen.office import Answer, AnswerT, FindCampaignState, Office, Request

_MOST = 200


@dataclass(frozen=True, slots=True)
class SeenCampaigns:
    """Answers by their request and the state that they were given in; the oldest go."""

    _kept: "OrderedDict[Hashable, Answer]" = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def seen(
        self,
        office: Office,
        campaign: str,
        request: Request[AnswerT],
        make: Callable[[Request[AnswerT]], AnswerT],
    ) -> AnswerT:
        """The answer to a request about a campaign, made anew only where something has changed."""
        key = (office.do(FindCampaignState(campaign)).digest, request)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Any = self._kept[key]
                return found  # type: ignore[no-any-return]
        made = make(request)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
