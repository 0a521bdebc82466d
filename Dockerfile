# The bot, with a SQLite that has no WAL-reset bug, as a user without rights. Needs Docker 25 or newer, or another builder
# that knows `ADD --checksum` (BuildKit 0.12). docs/deploy.md says how it was tried.
ARG PYTHON=3.11.15-slim-trixie

# SQLite before 3.51.3 may damage a database that two connections write; Debian's is older (docs/decisions/31-*).
FROM python:${PYTHON} AS sqlite
ARG SQLITE=3510300
ARG SQLITE_SHA256=81f5be397049b0cae1b167f2225af7646fc0f82e4a9b3c48c9ea3a533e21d77a
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
ADD --checksum=sha256:${SQLITE_SHA256} https://www.sqlite.org/2026/sqlite-autoconf-${SQLITE}.tar.gz /build/sqlite.tar.gz
RUN tar -xzf /build/sqlite.tar.gz -C /build --strip-components=1 \
    && gcc -O2 -fPIC -shared -Wl,-soname,libsqlite3.so.0 \
        -DSQLITE_THREADSAFE=1 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_FTS5 -DSQLITE_SECURE_DELETE \
        /build/sqlite3.c -o /build/libsqlite3.so.0 -lm -lpthread -ldl

# Everything that is installed is in the lock, with its hash.
FROM python:${PYTHON} AS installed
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/sc_bot
COPY requirements.txt /src/
RUN /opt/sc_bot/bin/pip install --require-hashes --only-binary=:all: -r /src/requirements.txt
COPY pyproject.toml README.md /src/
COPY sc_bot /src/sc_bot
COPY handlers /src/handlers
COPY storage /src/storage
RUN /opt/sc_bot/bin/pip install --no-deps --no-build-isolation --no-index /src

FROM python:${PYTHON}
# pg_dump and pg_restore, for `sc-bot db backup`: not older than the server in compose.yaml.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin sc_bot \
    && install -d -o sc_bot -g sc_bot -m 0700 /data /backups
COPY --from=sqlite /build/libsqlite3.so.0 /usr/local/lib/
RUN ldconfig && python -c "import sqlite3; assert sqlite3.sqlite_version_info >= (3, 51, 3), sqlite3.sqlite_version"
COPY --from=installed /opt/sc_bot /opt/sc_bot
ENV PATH=/opt/sc_bot/bin:$PATH PYTHONUNBUFFERED=1 LOG_FORMAT=json HOST=0.0.0.0 PORT=3000 \
    DATABASE_URL=sqlite:////data/sc_bot.db
USER sc_bot
WORKDIR /data
VOLUME ["/data", "/backups"]
EXPOSE 3000
STOPSIGNAL SIGTERM
# Of `run` and `web`; a worker has no port (compose.yaml turns this off for it). Never through a proxy that is set.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import http.client as h, os; c = h.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=4); c.request('GET', '/healthz'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["sc-bot", "run"]
