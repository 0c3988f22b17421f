@echo off
rem Memasang e-KTP untuk pengguna Windows ini saja: tanpa hak administrator, tanpa jaringan. Dibuat oleh: ektp paket-luring
setlocal DisableDelayedExpansion
title Pemasangan e-KTP
set "SUMBER=%~dp0"
set "TUJUAN=%LOCALAPPDATA%\ektp"
set "PYTHONHOME="
set "PYTHONPATH="
if /i "%PROCESSOR_ARCHITECTURE%"=="AMD64" goto cari_python
if /i "%PROCESSOR_ARCHITEW6432%"=="AMD64" goto cari_python
echo Windows ini bukan 64-bit (x64). Paket ini hanya untuk Windows 10 atau lebih baru, 64-bit.
goto gagal

:cari_python
set "PY=%TUJUAN%\python\python.exe"
if exist "%PY%" goto ada_python
set "PY=%LOCALAPPDATA%\Programs\Python\Python@XY@\python.exe"
if exist "%PY%" goto ada_python
set "PY=%ProgramW6432%\Python@XY@\python.exe"
if exist "%PY%" goto ada_python
set "PEMASANG="
for %%I in ("%SUMBER%python\python-@X.Y@.*-amd64.exe") do set "PEMASANG=%%~fI"
if not defined PEMASANG goto tanpa_python
echo [1/3] Memasang Python @X.Y@ ke "%TUJUAN%\python" ...
"%PEMASANG%" /quiet InstallAllUsers=0 TargetDir="%TUJUAN%\python" Include_launcher=0 InstallLauncherAllUsers=0 PrependPath=0 AssociateFiles=0 Shortcuts=0 Include_test=0 Include_doc=0 Include_tcltk=0
set "PY=%TUJUAN%\python\python.exe"
if exist "%PY%" goto ada_python
echo Python tidak terpasang. Bila Python @X.Y@ sudah ada di komputer ini di map lain, hapus dahulu lewat Pengaturan ^> Aplikasi.
goto gagal

:tanpa_python
echo Pemasang Python belum ada. Taruh berkas python-@X.Y@.x-amd64.exe dari python.org di map "%SUMBER%python", lalu ulangi.
goto gagal

:ada_python
echo [2/3] Menyiapkan Python untuk e-KTP di "%TUJUAN%\env" ...
"%PY%" -I -m venv --clear "%TUJUAN%\env"
if errorlevel 1 goto gagal_env
"%TUJUAN%\env\Scripts\python.exe" -I -m pip install --isolated --disable-pip-version-check --quiet --no-index --find-links "%SUMBER%roda" --require-hashes -r "%SUMBER%roda\daftar.txt"
if errorlevel 1 goto gagal_roda
echo [3/3] Memasang add-in ke Excel ...
"%TUJUAN%\env\Scripts\python.exe" -I -m ektp_excel.perintah pasang --xlam "%SUMBER%ektp.xlam"
if errorlevel 1 goto gagal
echo.
echo Selesai. Buka Excel: tab e-KTP ada di sebelah kanan tab yang lain.
pause
exit /b 0

:gagal_env
echo Map "%TUJUAN%\env" tidak dapat dibuat. Tutup semua jendela Excel, lalu ulangi.
goto gagal

:gagal_roda
echo Isi map roda tidak lengkap atau berubah. Salin ulang seluruh map ini, lalu ulangi.
goto gagal

:gagal
echo.
echo Pemasangan BELUM selesai.
pause
exit /b 1
