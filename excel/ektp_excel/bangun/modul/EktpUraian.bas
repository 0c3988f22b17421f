Attribute VB_Name = "EktpUraian"
Option Explicit

' Dibuat dari kode oleh: python -m ektp_excel.bangun --segarkan. Jangan diubah di sini.
' Memberi tahu Excel uraian setiap fungsi dan argumennya. Excel tidak menyimpan uraian argumen di dalam berkas,
' dan hanya menerimanya selama buku kerja ini bukan add-in; maka diulang setiap kali dibuka.

Public Sub Auto_Open()
    If Val(Application.Version) < 14 Then Exit Sub
    On Error Resume Next
    Application.ScreenUpdating = False
    ThisWorkbook.IsAddin = False
    Uraikan "EKTP_ALASAN_KEMBALI", "Kategori catatan desa: DOBEL, MENINGGAL, PINDAH, ALAMAT_TIDAK_DIKETAHUI, atau PERIKSA bila catatannya meragukan.", _
        Array("Catatan desa sebagaimana ditulis, misalnya: alm, pndh, alamat tdk jelas.")
    Uraikan "EKTP_ALASAN_WAJIB", "Alasan wajib atau tidaknya dalam satu baris: alasan, nomor aturan, dan pasalnya.", _
        Array("Tanggal lahir: sel tanggal, nomor seri, atau teks seperti 17-08-1945 (tanggal dahulu).", _
        "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Status kawin: kata (BELUM KAWIN, KAWIN, CERAI " & ChrW(8230) & ") atau kode STAT_KWN (1 = belum kawin).", _
        "WNI, WNA, atau nama negara. Kosong berarti WNI.", _
        "Hari terakhir ITAP orang asing. Kosong berarti tidak punya ITAP yang berlaku.")
    Uraikan "EKTP_CAKUPAN", "Terekam dibagi wajib sebagai angka (0,9210" & ChrW(8230) & "); beri format persen. Lebih dari 100% sah. Penyebut nol dijawab: tidak ada wajib.", _
        Array("Jumlah orang terekam.", _
        "Jumlah orang wajib (pagu, daftar, atau neto).")
    Uraikan "EKTP_DOBEL", "Untuk setiap NIK yang sudah ada di atasnya: urutan (mulai 1) baris pertamanya; selain itu kosong. Membandingkan 16 angka, tidak seperti COUNTIF.", _
        Array("NIK 16 angka sebagai teks. NIK berupa angka ditolak, karena Excel menghilangkan angka ke-16.")
    Uraikan "EKTP_HARI_KERJA", "Banyaknya hari kerja dari awal sampai akhir, keduanya dihitung, tanpa libur nasional dan cuti bersama.", _
        Array("Hari pertama.", _
        "Hari terakhir.", _
        "Hari kerja seminggu: 5 (Senin-Jumat, bila kosong) atau 6 (Senin-Sabtu).", _
        "Hari tutup kantor lainnya. Libur nasional dan cuti bersama sudah termasuk.")
    Uraikan "EKTP_LAJU_PERLU", "Orang sehari kerja yang perlu direkam agar sisanya selesai dari awal sampai akhir, dibulatkan ke atas.", _
        Array("Jumlah orang yang belum direkam.", _
        "Hari pertama.", _
        "Hari terakhir (target).", _
        "Hari kerja seminggu: 5 (Senin-Jumat, bila kosong) atau 6 (Senin-Sabtu).", _
        "Hari tutup kantor lainnya. Libur nasional dan cuti bersama sudah termasuk.")
    Uraikan "EKTP_NIK_SAH", "Memeriksa NIK: SAH; SAH, PERIKSA dengan yang berbeda; atau GALAT dengan sebabnya. NIK tidak memuat angka pemeriksa.", _
        Array("NIK 16 angka sebagai teks. NIK berupa angka ditolak, karena Excel menghilangkan angka ke-16.", _
        "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Tanggal lahir terdaftar, untuk dibandingkan dengan tanggal di dalam NIK.", _
        "Jenis kelamin terdaftar (L atau P), untuk dibandingkan dengan NIK.")
    Uraikan "EKTP_NIK_SAMAR", "NIK dengan angka terakhir diganti bintang, untuk daftar yang dilihat umum.", _
        Array("NIK 16 angka sebagai teks. NIK berupa angka ditolak, karena Excel menghilangkan angka ke-16.", _
        "Banyaknya angka yang disamarkan: 4 bila kosong; 10 menutup juga tanggal lahir.")
    Uraikan "EKTP_NIK_URAI", "Isi NIK dalam empat kolom: kode wilayah (PP.KK.CC), tanggal lahir, jenis kelamin (L/P), nomor urut. Abad tanggal lahir dihitung terhadap tanggal acuan.", _
        Array("NIK 16 angka sebagai teks. NIK berupa angka ditolak, karena Excel menghilangkan angka ke-16.", _
        "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.")
    Uraikan "EKTP_PENYISIRAN", "Orang wajib yang belum direkam, urut desa, RW, RT: DESA, RW, RT, NIK, NAMA, SEBAB.", _
        Array("Tabel UNDANGAN beserta baris judulnya: NO_UNDANGAN, NIK, NAMA, DESA, KETERANGAN " & ChrW(8230), _
        "Tabel PENDUDUK beserta baris judulnya: NIK, NAMA, TGL_LAHIR, STATUS_KAWIN, RT, RW, DESA " & ChrW(8230), _
        "Tanggal acuan, satu sel. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Tabel PEREKAMAN beserta baris judulnya: NIK, TGL_REKAM, STATUS. Tanpa ini tidak ada yang terekam.", _
        "Tabel PINDAH beserta baris judulnya: NIK, TGL_PINDAH, ARAH (KELUAR atau DATANG).", _
        "Tabel MENINGGAL beserta baris judulnya: NIK, TGL_MENINGGAL.")
    Uraikan "EKTP_PERKIRAAN_SELESAI", "Hari kerja saat sisanya selesai dengan laju ini, dihitung sejak hari mulai.", _
        Array("Jumlah orang yang belum direkam.", _
        "Orang sehari kerja.", _
        "Hari pertama perekaman.", _
        "Hari kerja seminggu: 5 (Senin-Jumat, bila kosong) atau 6 (Senin-Sabtu).", _
        "Hari tutup kantor lainnya. Libur nasional dan cuti bersama sudah termasuk.")
    Uraikan "EKTP_REKAP_DESA", "Tabel per desa: DESA, WAJIB, TEREKAM, BELUM, CAKUPAN, dan baris JUMLAH.", _
        Array("Tabel UNDANGAN beserta baris judulnya: NO_UNDANGAN, NIK, NAMA, DESA, KETERANGAN " & ChrW(8230), _
        "Tabel PENDUDUK beserta baris judulnya: NIK, NAMA, TGL_LAHIR, STATUS_KAWIN, RT, RW, DESA " & ChrW(8230), _
        "Tanggal acuan, satu sel. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Tabel PEREKAMAN beserta baris judulnya: NIK, TGL_REKAM, STATUS. Tanpa ini tidak ada yang terekam.", _
        "Tabel PINDAH beserta baris judulnya: NIK, TGL_PINDAH, ARAH (KELUAR atau DATANG).", _
        "Tabel MENINGGAL beserta baris judulnya: NIK, TGL_MENINGGAL.")
    Uraikan "EKTP_REKON", "Satu baris untuk setiap undangan: NO_UNDANGAN, NIK_DIPAKAI, KATEGORI, ATURAN, BUKTI, RUJUKAN, PASTI.", _
        Array("Tabel UNDANGAN beserta baris judulnya: NO_UNDANGAN, NIK, NAMA, DESA, KETERANGAN " & ChrW(8230), _
        "Tabel PENDUDUK beserta baris judulnya: NIK, NAMA, TGL_LAHIR, STATUS_KAWIN, RT, RW, DESA " & ChrW(8230), _
        "Tanggal acuan, satu sel. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Tabel PEREKAMAN beserta baris judulnya: NIK, TGL_REKAM, STATUS. Tanpa ini tidak ada yang terekam.", _
        "Tabel PINDAH beserta baris judulnya: NIK, TGL_PINDAH, ARAH (KELUAR atau DATANG).", _
        "Tabel MENINGGAL beserta baris judulnya: NIK, TGL_MENINGGAL.", _
        "Tabel WILAYAH beserta baris judulnya: DESA, RW, RT yang ada. Tanpa ini alamat tidak diperiksa.")
    Uraikan "EKTP_SELANG_TEREKAM", "Dua sel: paling sedikit dan paling banyak orang terekam yang tampil sebagai persen ini.", _
        Array("Persen yang diumumkan: 92,10 atau 0,921 atau teks 92,10%.", _
        "Jumlah orang wajib yang menjadi penyebutnya.", _
        "Banyaknya desimal persen itu; bila kosong: sebagaimana ditulis, dan 2 untuk sel angka.", _
        "BULAT (dibulatkan, bila kosong) atau POTONG (dipotong).")
    Uraikan "EKTP_TANGGAL", "Tanggal dari tulisan apa pun: 17-08-1945, 17 Agustus 1945, 1945-08-17, nomor seri. Tanggal selalu ditulis dahulu.", _
        Array("Tanggal sebagai teks, nomor seri, atau sel tanggal. Tahun harus empat angka.")
    Uraikan "EKTP_TANGGAL_WAJIB", "Tanggal pertama seorang WNI wajib e-KTP: ulang tahun ke-17, atau tanggal kawinnya bila lebih awal. Tanpa tanggal kawin, yang (pernah) kawin dijawab: belum diketahui.", _
        Array("Tanggal lahir: sel tanggal, nomor seri, atau teks seperti 17-08-1945 (tanggal dahulu).", _
        "Status kawin: kata (BELUM KAWIN, KAWIN, CERAI " & ChrW(8230) & ") atau kode STAT_KWN (1 = belum kawin).", _
        "Tanggal kawin, bila (pernah) kawin.")
    Uraikan "EKTP_TERCECER", "Orang wajib yang belum direkam dan tidak pernah diundang: NIK, NAMA, DESA, RW, RT.", _
        Array("Tabel UNDANGAN beserta baris judulnya: NO_UNDANGAN, NIK, NAMA, DESA, KETERANGAN " & ChrW(8230), _
        "Tabel PENDUDUK beserta baris judulnya: NIK, NAMA, TGL_LAHIR, STATUS_KAWIN, RT, RW, DESA " & ChrW(8230), _
        "Tanggal acuan, satu sel. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Tabel PEREKAMAN beserta baris judulnya: NIK, TGL_REKAM, STATUS. Tanpa ini tidak ada yang terekam.", _
        "Tabel PINDAH beserta baris judulnya: NIK, TGL_PINDAH, ARAH (KELUAR atau DATANG).", _
        "Tabel MENINGGAL beserta baris judulnya: NIK, TGL_MENINGGAL.")
    Uraikan "EKTP_UMUR", "Umur dalam tahun genap pada tanggal acuan. Yang lahir 29 Februari berulang tahun 28 Februari bila bukan tahun kabisat.", _
        Array("Tanggal lahir: sel tanggal, nomor seri, atau teks seperti 17-08-1945 (tanggal dahulu).", _
        "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.")
    Uraikan "EKTP_VERSI", "Nama dan versi ektp yang menjawab."
    Uraikan "EKTP_WAJIB", "TRUE bila wajib e-KTP pada tanggal acuan: genap 17 tahun atau (pernah) kawin; orang asing hanya dengan ITAP yang berlaku. Bila tidak dapat diketahui: belum diketahui.", _
        Array("Tanggal lahir: sel tanggal, nomor seri, atau teks seperti 17-08-1945 (tanggal dahulu).", _
        "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.", _
        "Status kawin: kata (BELUM KAWIN, KAWIN, CERAI " & ChrW(8230) & ") atau kode STAT_KWN (1 = belum kawin).", _
        "WNI, WNA, atau nama negara. Kosong berarti WNI.", _
        "Hari terakhir ITAP orang asing. Kosong berarti tidak punya ITAP yang berlaku.")
    ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = True
    Application.ScreenUpdating = True
End Sub

Private Sub Uraikan(nama As String, uraian As String, Optional argumen As Variant)
    Dim makro As String
    makro = "'" & ThisWorkbook.Name & "'!" & nama
    If IsMissing(argumen) Then
        Application.MacroOptions Macro:=makro, Description:=uraian, Category:="e-KTP"
    Else
        Application.MacroOptions Macro:=makro, Description:=uraian, Category:="e-KTP", _
            ArgumentDescriptions:=argumen
    End If
End Sub
