@echo off
rem Mencopot e-KTP dari pengguna Windows ini: add-in, Python-nya, dan mapnya. Dibuat oleh: ektp paket-luring
setlocal DisableDelayedExpansion
title Pencopotan e-KTP
set "SUMBER=%~dp0"
set "TUJUAN=%LOCALAPPDATA%\ektp"
set "PYTHONHOME="
set "PYTHONPATH="
if not exist "%TUJUAN%\env\Scripts\python.exe" goto tanpa_env
"%TUJUAN%\env\Scripts\python.exe" -I -m ektp_excel.perintah copot
if errorlevel 1 goto gagal
rmdir /s /q "%TUJUAN%\env"
if exist "%TUJUAN%\env" goto gagal_env

:tanpa_env
if not exist "%TUJUAN%\python\python.exe" goto rapikan
set "PEMASANG="
for %%I in ("%SUMBER%python\python-@X.Y@.*-amd64.exe") do set "PEMASANG=%%~fI"
if not defined PEMASANG goto sisa_python
echo Mencopot Python @X.Y@ milik e-KTP ...
"%PEMASANG%" /uninstall /quiet

:rapikan
if exist "%TUJUAN%" rmdir "%TUJUAN%" 2>nul
echo Selesai. e-KTP sudah dicopot; buku kerja Anda tidak diubah.
pause
exit /b 0

:sisa_python
echo Add-in sudah dicopot. Python @X.Y@ masih ada: hapus lewat Pengaturan ^> Aplikasi bila tidak dipakai.
pause
exit /b 0

:gagal_env
echo Map "%TUJUAN%\env" masih dipakai. Tutup semua jendela Excel, lalu ulangi.

:gagal
echo.
echo Pencopotan BELUM selesai.
pause
exit /b 1
