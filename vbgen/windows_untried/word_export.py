"""One run of Microsoft Word: Word files in, those PDF files taken out that are whole.

Written from Microsoft's documentation of Word's object model, of Windows PowerShell and of taskkill, and from what
users of other such programs report; it was not run where this was developed. A script of PowerShell drives Word, in a
process of its own, so that a dialog that nobody can answer can be ended.

New-Object starts a Word of its own, never the one that the clerk works in. That Word is no child of the script: its
process is known by the window of its first document (`Window.Hwnd`, since Word 2013), written down at once, and ended
by that number alone. A Word that hangs before it opens that document cannot be told from the clerk's: it is left.
A document that the clerk opens meanwhile may land in this Word; then Word is shown and left to them, save after a
hang.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vbgen.pages.converter.jobs import Ending, FinishedPdfs, Job, copied
from vbgen.pages.converter.process import Stalled, answer, run

_QUIET = ("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass")
_SCRIPT, _FILES, _WORD, _FAULT, _OUT = "export.ps1", "files.txt", "word.pid", "fault.txt", "out"
_END_S = 30.0

# Names are ASCII and stand in files.txt: no path goes through the command line but the script's own.
# Word is busy: RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER. A password is given, so that none is asked for.
# UseISO19005_1 is on because the file is to be self-contained, with all fonts embedded.
SCRIPT = r"""
$ErrorActionPreference = 'Stop'
$desk = $PSScriptRoot
$busy = @(-2147418111, -2147417846)

function Say([string]$name, [string]$text) {
    [IO.File]::WriteAllText([IO.Path]::Combine($desk, $name), $text)
}

function Insist([scriptblock]$act) {
    for ($n = 0; $true; $n++) {
        try { return (& $act) }
        catch {
            if ($n -ge 40 -or $busy -notcontains $_.Exception.GetBaseException().HResult) { throw }
            Start-Sleep -Milliseconds 250
        }
    }
}

$word = $null
try {
    $native = '[DllImport("user32.dll")] public static extern uint GetWindowThreadProcessId(IntPtr at, out uint id);'
    Add-Type -Namespace Vbgen -Name Native -MemberDefinition $native
    $word = New-Object -ComObject Word.Application
    Insist { $word.Visible = $false }
    Insist { $word.DisplayAlerts = 0 }
    Insist { $word.AutomationSecurity = 3 }
    $blank = Insist { $word.Documents.Add() }
    $handle = Insist { $blank.ActiveWindow.Hwnd }
    $owner = [uint32]0
    [void][Vbgen.Native]::GetWindowThreadProcessId([IntPtr][int]$handle, [ref]$owner)
    $process = Get-Process -Id $owner
    if ($process.ProcessName -ne 'WINWORD') { throw ('Word.Application: ' + $process.ProcessName) }
    Say 'word.pid' ([string]$owner)
    Insist { $blank.Close($false) }
} catch {
    Say 'fault.txt' ($_.Exception.GetBaseException().Message)
    if ($word) { try { $word.Quit() } catch { } }
    exit 2
}

foreach ($name in [IO.File]::ReadAllLines([IO.Path]::Combine($desk, 'files.txt'))) {
    $source = [IO.Path]::Combine($desk, $name)
    $target = [IO.Path]::Combine($desk, 'out', [IO.Path]::ChangeExtension($name, '.pdf'))
    $document = $null
    try {
        $document = Insist { $word.Documents.OpenNoRepairDialog($source, $false, $true, $false, 'vbgen') }
        Insist {
            $document.ExportAsFixedFormat($target, 17, $false, 0, 0, 1, 1, 0, $true, $true, 0, $true, $true, $true)
        }
    } catch {
        Say ($name + '.fault') ($_.Exception.GetBaseException().Message)
    }
    try { if ($document) { Insist { $document.Close($false) } } } catch { }
    if ($process.HasExited) { exit 3 }
}

try {
    $ours = '*\' + [IO.Path]::GetFileName($desk) + '\*'
    if (@($word.Documents | Where-Object { $_.FullName -notlike $ours }).Count -gt 0) {
        $word.AutomationSecurity = 2
        $word.DisplayAlerts = -1
        $word.Visible = $true
        Say 'word.pid' ''
        exit 0
    }
    Insist { $word.NormalTemplate.Saved = $true }
    Insist { $word.Quit() }
    $word = $blank = $document = $null
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    if ($process.WaitForExit(20000)) { Say 'word.pid' '' }
} catch { }
exit 0
"""


@dataclass(frozen=True, slots=True)
class Windows:
    """The two programs of Windows that drive Word and end it."""

    powershell: Path
    taskkill: Path


@dataclass(slots=True)
class WordDesk:
    """A folder of its own for one run: the script, the files that go in, the files that come out."""

    folder: Path
    on_done: Callable[[], None] = lambda: None
    left: list[Job] = field(default_factory=list)

    def convert(self, windows: Windows, jobs: Sequence[Job], *, stall_s: float) -> Ending:
        """How the run ended; what was made stands at its target, what was not remains in `left`.

        Word is gone when this returns. Raises OSError when PowerShell cannot be started.
        """
        self.left = list(jobs)
        finished = FinishedPdfs(self.folder / _OUT, self.left, self.on_done)
        command = [str(windows.powershell), *_QUIET, "-File", str(lay_out(self.folder, jobs))]
        try:
            code = run(
                command,
                log=self.folder / "log.txt",
                stall_s=stall_s,
                pulse=lambda: (*finished.take_finished(), self.is_word_started),
            )
            ending = Ending.CRASHED if code else Ending.RETURNED
        except Stalled:
            ending = Ending.STALLED
        finally:
            self._end_word(windows)
        finished.take_rest()
        return ending

    @property
    def is_word_started(self) -> bool:
        """Whether Word came up and its process was known."""
        return (self.folder / _WORD).exists()

    def reason(self, job: Job | None = None) -> str:
        """What Word said about one document, or why it did not start; empty when it said nothing."""
        said = self.folder / (f"{job.copy_name}.fault" if job else _FAULT)
        return " ".join(_text(said).split())

    def _end_word(self, windows: Windows) -> None:
        """Ends what the run left of Word: a process of that number that is Word indeed."""
        process = _text(self.folder / _WORD).strip()
        if process.isdecimal():
            which = ["/PID", process, "/FI", "IMAGENAME eq WINWORD.EXE"]
            answer([str(windows.taskkill), "/F", "/T", *which], timeout_s=_END_S)


def lay_out(folder: Path, jobs: Sequence[Job]) -> Path:
    """The script, with all that it reads beside it: copies of the Word files, their list, the folder for the results.

    A copy has a plain name and lacks the mark of a download, which would open it in Protected View.
    """
    (folder / _OUT).mkdir()
    for job in jobs:
        copied(job, folder)
    (folder / _FILES).write_text("".join(f"{job.copy_name}\n" for job in jobs), encoding="utf-8")
    script = folder / _SCRIPT
    script.write_text(
        SCRIPT, encoding="utf-8-sig", newline="\r\n"
    )  # PowerShell 5 takes a file without mark for ANSI
    return script


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
