# One image for api, worker and the operator's scripts; the command decides which. Debian: Temporal's core has no musl build.
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY . .
# The workflow bundle is built once, with the locked SDK, and is the same in every container.
RUN npm run build && install -d -o node -g node -m 700 /data
USER node
EXPOSE 8080
CMD ["node", "bin/api.ts"]
