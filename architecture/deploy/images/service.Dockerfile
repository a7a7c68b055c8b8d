# The service. Built from the root of the checkout:
#   docker build -f architecture/deploy/images/service.Dockerfile --build-arg FACET_COMMIT=$(git rev-parse HEAD) .
# CI replaces the tags by digests; they could not be looked up where this was written.
ARG JDK=mcr.microsoft.com/openjdk/jdk:25-ubuntu
ARG RUNTIME=mcr.microsoft.com/openjdk/jdk:25-distroless

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
RUN mvn -B -q -DskipTests -Dspotless.check.skip -pl service -am package \
    && java -Djarmode=tools -jar service/target/facet-service.jar extract --layers --destination /layers \
    && mkdir /home-of-facet

FROM ${RUNTIME}
ARG FACET_COMMIT=unknown
LABEL org.opencontainers.image.title="facet-service" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="${FACET_COMMIT}"
WORKDIR /opt/facet
# What changes least comes first, so that a new commit moves a few megabytes.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# The only folder it writes to, beside /tmp: the last good copies of models, and what a first start makes.
COPY --from=build --chown=65532:65532 /home-of-facet /var/lib/facet
ENV FACET_HOME=/var/lib/facet FACET_ADDRESS=0.0.0.0 FACET_PORT=8080
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
            "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-jar", "facet-service.jar"]
