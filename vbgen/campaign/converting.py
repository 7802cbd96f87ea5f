"""A campaign from one form into the other."""

from pathlib import Path

from vbgen.campaign.folder import Loaded, load_file
from vbgen.errors import UsageError
from vbgen.files import refuse_same
from vbgen.messages import _
from vbgen.model.campaign import Campaign
from vbgen.model.vocabulary import Vocabulary


def convert(source: Path, target: Path, words: Vocabulary, *, one_row: bool = False) -> Loaded:
    """Write the campaign of one file into another form, told by the ending: .xlsx or .yaml. Raises as they do."""
    refuse_same(source, target)
    loaded = load_file(source, words)
    write_campaign(loaded.campaign, target, words, one_row=one_row)
    return loaded


def write_campaign(
    campaign: Campaign, target: Path, words: Vocabulary, *, one_row: bool = False
) -> None:
    """Write the campaign as the file's ending tells, a workbook with `one_row` a person where that is wanted.

    Raises UsageError for another ending, OutputError.
    """
    ending = target.suffix.casefold()
    if ending == ".xlsx" and one_row:
        from vbgen.campaign.writing.workbook_out import write_one_row_workbook

        write_one_row_workbook(campaign, target, words)
    elif ending == ".xlsx":
        from vbgen.campaign.writing.workbook_out import write_workbook

        write_workbook(campaign, target, words)
    elif ending in {".yaml", ".yml"}:
        from vbgen.campaign.writing.yaml_out import write_yaml

        write_yaml(campaign, target)
    else:
        raise UsageError(
            _(
                "Chỉ ghi được tệp .xlsx hoặc .yaml, không ghi được {file}; hãy đổi đuôi tệp.",
                file=target.name,
            )
        )
