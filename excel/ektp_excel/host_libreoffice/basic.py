"""The Basic module that Calc finds the formula functions in: one shim for each entry of the registry, and no rule.

`Option VBASupport 1` is what makes one error cell harmless. Without it Calc reads a range for the function, and a
single #N/A in it is the answer to all rows; with it the function gets the range itself, and the script reads it.
"""

from collections.abc import Iterable

from ektp_excel.fungsi import FUNGSI, Fungsi

MODUL = "Ektp"
"""The module's name in the user's Standard library."""
FOLDER = "ektp"
"""The folder of the script below `Scripts/python`, which is ours alone."""
SKRIP = "ektp_skrip.py"

_KEPALA = f"""\
Option VBASupport 1
Option Explicit
' Fungsi e-KTP untuk LibreOffice Calc. Dibuat oleh "ektp pasang"; "ektp copot" menghapusnya. Jangan disunting di sini.

Global EktpSkrip As Object

Private Function EktpJawab(isi)
 On Error GoTo Gagal
 If EktpSkrip Is Nothing Then
  Set EktpSkrip = createUnoService("com.sun.star.script.provider.MasterScriptProviderFactory").createScriptProvider( _
   "").getScript("vnd.sun.star.script:{FOLDER}|{SKRIP}$panggil?language=Python&location=user")
 End If
 EktpJawab = EktpSkrip.invoke(isi, Array(), Array())
 Exit Function
Gagal:
 EktpJawab = "GALAT: skrip e-KTP tidak dapat dijalankan; tutup LibreOffice lalu jalankan: ektp pasang"
End Function
"""


def write_module(fungsi: Iterable[Fungsi] = FUNGSI) -> str:
    """The text of the whole module."""
    return "\n".join([_KEPALA, *map(_write_shims, fungsi)])


def _write_shims(satu: Fungsi) -> str:
    nama = [a.nama for a in satu.argumen]
    isi = ", ".join([f'"{satu.nama}"', *nama])
    baris = [
        _comment(satu.doc),
        *(_comment(f"{a.nama}: {a.doc}") for a in satu.argumen),
        f"Function {satu.nama}({', '.join(f'Optional {n}' for n in nama)})",
        *(f" If IsMissing({n}) Then {n} = Empty" for n in nama),
        f" {satu.nama} = EktpJawab(Array({isi}))",
        "End Function",
        "",
    ]
    return "\n".join(baris)


def _comment(teks: str) -> str:
    """A comment of one line; a line that ends in ` _` would swallow the next."""
    return f"' {' '.join(teks.split()).rstrip(' _')}"
