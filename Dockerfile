# syntax=docker/dockerfile:1

# The image holds the program and a folder for its store: no shell, not root.
#
#   docker build -t rapporteur .
#
# The commit of .git goes into `rapporteur version`. Where .git cannot be read, as
# in a git worktree, build with --build-arg BUILDVCS=false.

FROM --platform=$BUILDPLATFORM golang:1.26 AS build
ARG TARGETOS TARGETARCH BUILDVCS=auto
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -buildvcs=$BUILDVCS -ldflags="-s -w" -o /out/rapporteur ./cmd/rapporteur \
    && mkdir /out/store

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/rapporteur /usr/bin/rapporteur
# A new volume takes its owner from the folder that it covers.
COPY --from=build --chown=nonroot:nonroot /out/store /var/lib/rapporteur
ENV RAPPORTEUR_STORE=/var/lib/rapporteur/store \
    RAPPORTEUR_LISTEN=0.0.0.0:8080
USER nonroot:nonroot
VOLUME ["/var/lib/rapporteur"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/usr/bin/rapporteur", "health"]
ENTRYPOINT ["/usr/bin/rapporteur"]
CMD ["serve"]
