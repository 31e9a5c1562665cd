# The production image: Node 24, production dependencies only, not root, nothing of the demo (.dockerignore leaves it out).
# Build:  docker build -t lupus-trial-cds .
# Run:    docker run --read-only --env-file production.env -v lupus-data:/app/data -p 8080:8080 lupus-trial-cds

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

# The pages are built here, with the development packages; only the built files go into the image.
FROM node:24-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY src ./src
RUN node src/page/build.mjs

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY hooks ./hooks
COPY src ./src
COPY --from=pages /app/dist ./dist
# The default store is a SQLite file in this folder; nothing else is ever written.
RUN install -d -o 1000 -g 1000 -m 700 /app/data
VOLUME /app/data
# By number, so that Kubernetes can see that it is not root.
USER 1000:1000
EXPOSE 8080
# The health page answers on PORT (set the port by that variable, not in the file); node itself asks, so the image needs no curl.
HEALTHCHECK --interval=30s --timeout=3s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Each request leaves much behind that is soon garbage. Room for it from the start (the usual limit, not more) halves the collecting, and room
# for what outlives it (256 MB) before all is gone over saves a tenth of a call's time;
# and the engine must not conclude from our tables, which are made first and stay, that what requests make stays as well.
CMD ["node", "--no-allocation-site-pretenuring", "--min-semi-space-size=16", "--initial-old-space-size=256", "src/launch.mjs", "server"]
