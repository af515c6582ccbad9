-- The addresses of deleted accounts are nobody else's: else whoever takes one keeps somebody from deleting theirs.
ALTER TABLE "User" ADD CONSTRAINT "User_deleted_address_check"
  CHECK (("deletedAt" IS NOT NULL) = ("email" LIKE '%@deleted.invalid')) NOT VALID;
