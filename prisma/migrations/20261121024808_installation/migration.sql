-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "faceKeyFingerprint" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Installation" ADD CONSTRAINT "Installation_one_row_check" CHECK ("id" = 1);
