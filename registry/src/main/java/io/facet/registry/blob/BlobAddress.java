package io.facet.registry.blob;

import io.facet.registry.RegistryRefusedException;
import io.facet.registry.artifacts.ArtifactPath;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder of Azure Blob Storage, as Hadoop, Spark and MLflow write it: {@code
 * wasbs://container@account.blob.core.windows.net/folder}, or {@code
 * abfss://container@account.dfs.core.windows.net/folder}. Both name the same blobs. The forms
 * without encryption, {@code wasb://} and {@code abfs://}, are for the emulator only.
 *
 * @param scheme {@code wasbs}, {@code abfss}, {@code wasb} or {@code abfs}
 * @param container name of the container
 * @param account name of the storage account
 * @param folder slash-separated, as it is, without escapes; empty for the container itself
 */
public record BlobAddress(String scheme, String container, String account, String folder) {

  /** What an address looks like, to show where one is wrong. */
  public static final String EXAMPLE = "wasbs://container@account.blob.core.windows.net/folder";

  /** The account that every emulator of Azure's storage has. */
  static final String EMULATOR = "devstoreaccount1";

  private static final Pattern SCHEME = Pattern.compile("(?i)(wasbs?|abfss?):.*");

  /** Only Azure itself, because whoever is named here is shown our credentials. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>wasbs?|abfss?)://(?<container>[a-z0-9](?:-?[a-z0-9]){2,62})"
              + "@(?<account>[a-z0-9]{3,24})\\.(?<service>blob|dfs)"
              + "\\.core\\.windows\\.net"
              + "(?:/(?<folder>.*))?");

  /** Whether {@code text} means to be an address of Blob storage, well-formed or not. */
  public static boolean looksLikeOne(String text) {
    return SCHEME.matcher(text).matches();
  }

  /**
   * Reads {@code text}.
   *
   * @throws RegistryRefusedException when it is not such an address
   */
  public static BlobAddress of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !form.group("service").equals(service(form.group("scheme")))) {
      throw refused(text, "write it like " + EXAMPLE);
    }
    BlobAddress address =
        new BlobAddress(
            form.group("scheme"),
            form.group("container"),
            form.group("account"),
            folder(form.group("folder")));
    if (!address.isEmulator() && !address.scheme.endsWith("s")) {
      throw refused(
          text, "it would not be encrypted, write %ss:// instead".formatted(address.scheme));
    }
    return address;
  }

  /** The container itself. */
  public BlobAddress root() {
    return new BlobAddress(scheme, container, account, "");
  }

  boolean isEmulator() {
    return account.equals(EMULATOR);
  }

  /** Where Azure answers for the account; not so for an emulator. */
  String endpoint() {
    return "https://%s.blob.core.windows.net".formatted(account);
  }

  @Override
  public String toString() {
    return "%s://%s@%s.%s.core.windows.net%s"
        .formatted(
            scheme, container, account, service(scheme), folder.isEmpty() ? "" : "/" + folder);
  }

  private static String service(String scheme) {
    return scheme.startsWith("abfs") ? "dfs" : "blob";
  }

  private static String folder(@Nullable String path) {
    String trimmed = path == null ? "" : path.replaceFirst("/+$", "");
    return trimmed.isEmpty() ? "" : ArtifactPath.of(trimmed).toString();
  }

  private static RegistryRefusedException refused(String text, String why) {
    return new RegistryRefusedException(
        "\"%s\" is not an address of Blob storage: %s".formatted(text, why), null);
  }
}
