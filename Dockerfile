# What is in here, how large it is and how it is run: docs/deploy.md. `npm run image` runs these very steps without a
# container engine, so every path in a RUN is relative to the WORKDIR.
FROM node:20.20.2-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM packages AS models
ARG MODEL_MIRROR
COPY tsconfig.json ./
COPY scripts/models scripts/models
COPY src/domain/face src/domain/face
RUN npm run models -- --complete

FROM packages AS build
COPY . .
COPY --from=models /app/public/models public/models
RUN node --import tsx scripts/image/build.ts && node scripts/image/slim.mjs && mkdir data

FROM node:20.20.2-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app/node_modules node_modules
COPY --from=models /app/.models .models
COPY --from=build /app/.next .next
COPY --from=build /app/src src
COPY --from=build /app/public public
COPY --from=build /app/messages messages
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/scripts scripts
COPY package.json tsconfig.json next.config.mjs ./
COPY --from=build --chown=node:node /app/data /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["node", "scripts/image/healthy.mjs"]
CMD ["node", "--conditions=react-server", "--import", "tsx", "scripts/setup/serve.ts", "--prepared"]
