"""Run one command under a memory limit and say what it took: `pengukur.py BATAS_MIB PERINTAH…`, JSON on stdout.

A script of its own, and small, because on Linux a process begins with the largest memory of the one that started it. The limit
is on what the process may write to (RLIMIT_DATA): nearer to what a machine must have than the address space, of which threads
reserve far more than they touch. 0 is no limit.
"""

import json
import os
import resource
import sys
import time


def main() -> None:
    """Measure, and print it as JSON."""
    batas = int(sys.argv[1]) << 20
    mulai = time.monotonic()
    baca, tulis = os.pipe()
    pid = os.fork()
    if not pid:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(tulis, 2)
        if batas:
            resource.setrlimit(resource.RLIMIT_DATA, (batas, batas))
        os.execv(sys.argv[2], sys.argv[2:])
    os.close(tulis)
    with open(baca, encoding="utf-8", errors="replace") as pipa:
        kata = pipa.read()
    _, status, guna = os.wait4(pid, 0)
    hasil = {
        "kode": os.waitstatus_to_exitcode(status),
        "dinding": time.monotonic() - mulai,
        "cpu": guna.ru_utime + guna.ru_stime,
        "mib": guna.ru_maxrss / 1024,
        "kata": kata,
    }
    json.dump(hasil, sys.stdout)


if __name__ == "__main__":
    main()
