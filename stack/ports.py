"""Free ports of this machine, and who holds the others.

ports.py free N         prints N free ports, a line each
ports.py holder PORT    prints who listens on the port; prints nothing if it is free
"""

import glob
import os
import shutil
import socket
import subprocess
import sys


def free(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    return [each.getsockname()[1] for each in sockets]


def refusal(port):
    """Why the port can't be had, or None."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except PermissionError:
            return "nobody: this user may not open it"
        except OSError as problem:
            return f"a process of another user ({problem.strerror})"
    return None


def holder(port):
    why = refusal(port)
    if why is None:
        return ""
    pid = pid_by_proc(port) if os.path.exists("/proc/net/tcp") else pid_by_lsof(port)
    return f"process {pid}: {command(pid)}" if pid else why


def pid_by_proc(port):
    listening = "0A"
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(table):
            continue
        with open(table) as rows:
            for row in list(rows)[1:]:
                fields = row.split()
                if fields[3] == listening and int(fields[1].rsplit(":", 1)[1], 16) == port:
                    inodes.add(f"socket:[{fields[9]}]")
    for descriptor in glob.iglob("/proc/[0-9]*/fd/*"):
        try:
            if os.readlink(descriptor) in inodes:
                return descriptor.split("/")[2]
        except OSError:
            continue
    return None


def pid_by_lsof(port):
    if not shutil.which("lsof"):
        return None
    answer = subprocess.run(["lsof", "-nP", "-t", f"-iTCP:{port}", "-sTCP:LISTEN"], capture_output=True, text=True)
    return answer.stdout.split("\n")[0] or None


def command(pid):
    if os.path.exists(f"/proc/{pid}/cmdline"):
        with open(f"/proc/{pid}/cmdline", "rb") as cmdline:
            line = cmdline.read().replace(b"\0", b" ").decode(errors="replace").strip()
    else:
        line = subprocess.run(["ps", "-o", "command=", "-p", pid], capture_output=True, text=True).stdout.strip()
    return line if len(line) <= 160 else line[:157] + "..."


if __name__ == "__main__":
    what, number = sys.argv[1], int(sys.argv[2])
    if what == "free":
        print(*free(number), sep="\n")
    else:
        print(holder(number), end="")
