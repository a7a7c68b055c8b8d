"""A PostgreSQL of its own for a measurement, with its defaults, on one core. Needs Debian's package postgresql."""

import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

TICK = os.sysconf("SC_CLK_TCK")


class Postgres:

    def __init__(self, core):
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
        if not found:
            raise SystemExit("There is no PostgreSQL: apt install postgresql")
        self.programs = found[-1]
        # It refuses to run as root.
        self.as_somebody = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="facet-postgres-"))
        if self.as_somebody:
            shutil.chown(self.folder, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        try:
            self.start(core)
        except BaseException:
            self.stop()
            raise

    def start(self, core):
        self.run("initdb", "-D", self.folder / "data", "-U", "facet", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-o", options, "-w", "start", before=["taskset", "-c", str(core)])
        self.postmaster = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        self.run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", "facet", "facet")

    def run(self, program, *arguments, before=()):
        return subprocess.run([*before, *self.as_somebody, self.programs / program, *map(str, arguments)], cwd="/", stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, text=True, check=True).stdout

    def ask(self, sql):
        return self.run("psql", "-h", "127.0.0.1", "-p", self.port, "-U", "facet", "-Atc", sql, "facet").strip()

    def address(self):
        return f"postgresql://facet:facet@127.0.0.1:{self.port}/facet?sslmode=disable"

    def cpu(self):
        """Seconds of processor that it has used, all its processes together: those that have ended are counted by their parent."""
        used = 0
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                own = int(stat.parent.name) == self.postmaster
                if own or int(fields[1]) == self.postmaster:
                    used += int(fields[11]) + int(fields[12]) + (int(fields[13]) + int(fields[14]) if own else 0)
        return used / TICK

    def state(self):
        """How many valuations it holds, how much it has written to its log, what processor it has used for it."""
        rows, wal = self.ask("select count(*), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint from valuation").split("|")
        return {"rows": int(rows), "wal": int(wal), "cpu_s": self.cpu()}

    def bytes_a_row(self):
        return round(float(self.ask("select pg_total_relation_size('valuation')::float / count(*) from valuation")))

    def stop(self):
        if (self.folder / "data/postmaster.pid").exists():
            self.run("pg_ctl", "-D", self.folder / "data", "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
