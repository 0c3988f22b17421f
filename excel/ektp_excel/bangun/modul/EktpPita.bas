Attribute VB_Name = "EktpPita"
Option Explicit

' Tombol-tombol pada tab e-KTP. Yang dikerjakan tombol ada di Python (ektp_excel.pita); di sini hanya pertanyaannya.

Private Const JUDUL As String = "e-KTP"

Public Sub Rekonsiliasi(control As IRibbonControl)
    JalankanDenganTanggal "rekonsiliasi"
End Sub

Public Sub Penyisiran(control As IRibbonControl)
    JalankanDenganTanggal "penyisiran"
End Sub

Public Sub Periksa(control As IRibbonControl)
    If AdaBuku() Then Jalankan "periksa()"
End Sub

Public Sub Bantuan(control As IRibbonControl)
    If ActiveWorkbook Is Nothing Then Workbooks.Add
    Jalankan "bantuan()"
End Sub

Private Sub JalankanDenganTanggal(tombol As String)
    Dim per As String, pagu As String
    If Not AdaBuku() Then Exit Sub
    If Not Tanya("Tanggal acuan, misalnya 28-08-2012:", per) Then Exit Sub
    If per = "" Then Exit Sub
    If Not Tanya("Pagu wajib e-KTP dari atas (kosongkan bila tidak ada):", pagu) Then Exit Sub
    Jalankan tombol & "('" & per & "', '" & pagu & "')"
End Sub

Private Sub Jalankan(panggilan As String)
    Application.StatusBar = "e-KTP: sedang dikerjakan ..."
    On Error GoTo Gagal
    RunPython "import ektp_excel.pita; ektp_excel.pita." & panggilan
    Application.StatusBar = False
    Exit Sub
Gagal:
    Application.StatusBar = False
    MsgBox "Python untuk e-KTP tidak dapat dijalankan: " & Err.Description & vbCrLf & _
        "Pasang ulang dengan pasang.bat.", vbExclamation, JUDUL
End Sub

Private Function AdaBuku() As Boolean
    AdaBuku = Not ActiveWorkbook Is Nothing
    If Not AdaBuku Then
        MsgBox "Buka dahulu buku kerjanya. Bila ada bilah kuning di atas, klik Aktifkan Pengeditan (Enable Editing).", _
            vbInformation, JUDUL
    End If
End Function

' Jawaban masuk ke baris perintah Python: hanya huruf, angka, spasi, titik, garis miring, dan tanda hubung yang diterima.
Private Function Tanya(pertanyaan As String, jawaban As String) As Boolean
    Dim i As Long, teks As String
    teks = InputBox(pertanyaan, JUDUL)
    If StrPtr(teks) = 0 Then Exit Function
    jawaban = Trim$(teks)
    For i = 1 To Len(jawaban)
        If Not Mid$(jawaban, i, 1) Like "[0-9A-Za-z ./-]" Then
            MsgBox "Tulis dengan huruf dan angka saja, misalnya 28-08-2012 atau 55.865.", vbExclamation, JUDUL
            Exit Function
        End If
    Next i
    Tanya = True
End Function
