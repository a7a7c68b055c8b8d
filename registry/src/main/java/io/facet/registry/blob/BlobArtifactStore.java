package io.facet.registry.blob;

import static io.facet.registry.blob.BlobFailures.answered;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.DeleteSnapshotsOptionType;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobUploadFromFileOptions;
import com.azure.storage.blob.specialized.BlobInputStream;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ObjectStore;
import io.facet.registry.artifacts.StoredFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Files in a container of Azure Blob Storage. Large ones go up in blocks, which become a blob in
 * one step when the last has arrived, and come down in pieces of one and the same blob.
 */
final class BlobArtifactStore implements ObjectStore {

  private static final String ANY = "*";

  /** Whose upload a blob is. */
  private static final String UPLOAD = "facet_upload";

  /** Few and small, so that each arrives in time over a slow line, and memory stays small. */
  private static final ParallelTransferOptions BLOCKS =
      new ParallelTransferOptions()
          .setBlockSizeLong(2L << 20)
          .setMaxSingleUploadSizeLong(2L << 20)
          .setMaxConcurrency(2);

  private final BlobFolder folder;
  private final BlobListing listing;

  BlobArtifactStore(BlobFolder folder) {
    this.folder = folder;
    this.listing = new BlobListing(folder);
  }

  @Override
  public void put(String path, Path file) {
    upload(path, file, new BlobRequestConditions(), Map.of());
  }

  /** The answer may have got lost: whose upload it was tells whether ours was in time. */
  @Override
  public boolean putIfAbsent(String path, Path file) {
    Map<String, String> ours = Map.of(UPLOAD, UUID.randomUUID().toString());
    try {
      upload(path, file, new BlobRequestConditions().setIfNoneMatch(ANY), ours);
      return true;
    } catch (RegistryRefusedException e) {
      if (answered(e, BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.CONDITION_NOT_MET)) {
        return properties(path).map(BlobProperties::getMetadata).filter(ours::equals).isPresent();
      }
      throw e;
    }
  }

  @Override
  public InputStream open(String path) {
    BlobClient blob = folder.blob(path);
    try {
      BlobInputStream bytes = folder.ask(() -> blob.openInputStream());
      return new BlobBytes(bytes, folder);
    } catch (RegistryRefusedException e) {
      throw answered(e, BlobErrorCode.BLOB_NOT_FOUND)
          ? new RegistryRefusedException("There is no artifact " + path, e)
          : e;
    }
  }

  @Override
  public List<String> list(String below) {
    return listing.below(below);
  }

  @Override
  public List<StoredFile> filesIn(String below) {
    return listing.in(below);
  }

  @Override
  public Optional<StoredFile> find(String path) {
    return properties(path)
        .filter(found -> !BlobListing.isFolder(found.getMetadata()))
        .map(found -> folder.ask(() -> seen(path, found)));
  }

  @Override
  public void delete(String path) {
    delete(path, new BlobRequestConditions());
  }

  @Override
  public boolean deleteIfUnchanged(StoredFile seen) {
    return delete(seen.path(), new BlobRequestConditions().setIfMatch(seen.mark()));
  }

  private void upload(
      String path, Path file, BlobRequestConditions conditions, Map<String, String> metadata) {
    BlobClient blob = folder.blob(path);
    if (!Files.isRegularFile(file)) {
      throw new RegistryRefusedException("There is no file " + file, null);
    }
    BlobUploadFromFileOptions options =
        new BlobUploadFromFileOptions(file.toString())
            .setParallelTransferOptions(BLOCKS)
            .setRequestConditions(conditions)
            .setMetadata(metadata);
    folder.ask(() -> blob.uploadFromFileWithResponse(options, null, Context.NONE));
  }

  private boolean delete(String path, BlobRequestConditions conditions) {
    BlobClient blob = folder.blob(path);
    try {
      folder.ask(
          () ->
              blob.deleteWithResponse(
                  DeleteSnapshotsOptionType.INCLUDE, conditions, null, Context.NONE));
      return true;
    } catch (RegistryRefusedException e) {
      if (answered(e, BlobErrorCode.BLOB_NOT_FOUND, BlobErrorCode.CONDITION_NOT_MET)) {
        return false;
      }
      throw e;
    }
  }

  private static StoredFile seen(String path, BlobProperties found) {
    return new StoredFile(
        path, found.getBlobSize(), found.getLastModified().toInstant(), found.getETag());
  }

  private Optional<BlobProperties> properties(String path) {
    BlobClient blob = folder.blob(path);
    try {
      return Optional.of(folder.ask(blob::getProperties));
    } catch (RegistryRefusedException e) {
      if (answered(e, BlobErrorCode.BLOB_NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
