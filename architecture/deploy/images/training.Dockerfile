# The command line: what Azure ML and a person run. It has Smile in it (GPLv3, see NOTICE), the service's image has not.
#   docker build -f architecture/deploy/images/training.Dockerfile --build-arg FACET_COMMIT=$(git rev-parse HEAD) .
# CI replaces the tag by a digest.
ARG JDK=mcr.microsoft.com/openjdk/jdk:25-ubuntu

FROM ${JDK} AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY pom.xml .
COPY valuation valuation
COPY registry registry
COPY training training
COPY service service
COPY notebooks notebooks
RUN mvn -B -q -DskipTests -Dspotless.check.skip -pl training -am package

# Azure ML starts a command through bash: no distroless here.
FROM ${JDK}
ARG FACET_COMMIT=unknown
LABEL org.opencontainers.image.title="facet-training" \
      org.opencontainers.image.licenses="GPL-3.0-or-later" \
      org.opencontainers.image.revision="${FACET_COMMIT}"
WORKDIR /opt/facet
COPY --from=build /src/training/target/lib lib
COPY --from=build /src/training/target/facet-training.jar .
COPY datasets/diamonds/diamonds.csv datasets/diamonds/diamonds.csv
COPY LICENSE NOTICE ./
COPY --chmod=755 architecture/deploy/images/facet /usr/local/bin/facet
ENV FACET_HOME=/tmp/facet FACET_COMMIT=${FACET_COMMIT}
USER 65532:65532
ENTRYPOINT ["facet"]
CMD ["--help"]
