# syntax=docker/dockerfile:1
# Targets: `production`, the API and the scripts of its operators; `demo`, the server that stands in for TMDb.

FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json tsconfig.image.json ./
COPY scripts/rds-ca.js scripts/
# The authorities that sign the certificates of Amazon's databases, of all regions.
RUN node scripts/rds-ca.js > rds-ca.pem
COPY src src
RUN npx tsc -p tsconfig.image.json

FROM node:24-slim AS dependencies
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Optional ones are the Node and the PostgreSQL of `npm start`; prebuilt binaries are in the packages themselves.
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force

FROM build AS demo-build
COPY demo demo
RUN npx tsc -p demo

FROM node:24-slim AS demo
LABEL org.opencontainers.image.title="WatchMe demo catalogue" \
      org.opencontainers.image.description="Stands in for TMDb, with a catalogue of its own" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=demo-build /build/package.json ./
COPY --from=demo-build /build/dist/demo dist/demo
USER node
EXPOSE 4001
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch('http://127.0.0.1:4001/t/p/w92/none.svg').then(() => process.exit(0), () => process.exit(1))"]
CMD ["node", "dist/demo/serve.js"]

FROM node:24-slim AS production
ARG VERSION=dev
ARG REVISION=unknown
LABEL org.opencontainers.image.title="WatchMe" \
      org.opencontainers.image.description="The GraphQL API behind a film catalogue" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
COPY --from=dependencies /build/node_modules node_modules
COPY --from=build /build/package.json /build/rds-ca.pem ./
COPY --from=build /build/dist dist
USER node
EXPOSE 4000
# For compose; ECS and load balancers ask themselves.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
