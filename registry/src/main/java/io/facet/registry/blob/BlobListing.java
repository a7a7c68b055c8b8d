package io.facet.registry.blob;

import com.azure.core.http.rest.PagedIterable;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobItemProperties;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.artifacts.StoredFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies in a folder of Blob storage, page by page. */
final class BlobListing {

  private static final int MOST_A_PAGE = 5_000;

  private final BlobFolder folder;
  private final int page;

  BlobListing(BlobFolder folder) {
    this(folder, MOST_A_PAGE);
  }

  BlobListing(BlobFolder folder, int page) {
    this.folder = folder;
    this.page = page;
  }

  /** Paths of all files below {@code below}, at any depth, relative to it, sorted. */
  List<String> below(String below) {
    String beginning = folder.beginning(ArtifactPath.of(below).toString());
    return files(() -> folder.container().listBlobs(options(beginning), null))
        .map(item -> item.getName().substring(beginning.length()))
        .sorted()
        .toList();
  }

  /** The files in {@code in} itself, sorted by path. */
  List<StoredFile> in(String in) {
    String beginning = folder.beginning(in);
    return files(() -> folder.container().listBlobsByHierarchy("/", options(beginning), null))
        .map(item -> folder.ask(() -> seen(item)))
        .sorted(Comparator.comparing(StoredFile::path))
        .toList();
  }

  /** How Hadoop, and accounts with a hierarchical namespace, mark what is only a folder. */
  static boolean isFolder(@Nullable Map<String, String> metadata) {
    return metadata != null && "true".equalsIgnoreCase(metadata.get("hdi_isfolder"));
  }

  private Stream<BlobItem> files(Supplier<PagedIterable<BlobItem>> pages) {
    return folder.ask(() -> pages.get().stream().toList()).stream()
        .filter(item -> !Boolean.TRUE.equals(item.isPrefix()) && !isFolder(item.getMetadata()));
  }

  private StoredFile seen(BlobItem item) {
    BlobItemProperties properties = item.getProperties();
    return new StoredFile(
        folder.path(item.getName()),
        properties.getContentLength(),
        properties.getLastModified().toInstant(),
        properties.getETag());
  }

  private ListBlobsOptions options(String beginning) {
    return new ListBlobsOptions()
        .setPrefix(beginning)
        .setMaxResultsPerPage(page)
        .setDetails(new BlobListDetails().setRetrieveMetadata(true));
  }
}
