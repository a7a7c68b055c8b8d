package io.facet.registry.blob;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobStorageException;
import io.facet.registry.RegistryException;
import io.facet.registry.RegistryRefusedException;
import io.facet.registry.RegistryUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What went wrong with Blob storage, in words that say where and what to do. */
final class BlobFailures {

  private final String where;
  private final String container;
  private final String account;

  BlobFailures(BlobContainerClient container, String account) {
    this.where = "Blob storage at " + container.getBlobContainerUrl();
    this.container = container.getBlobContainerName();
    this.account = account;
  }

  /** Whether {@code refused} comes from an answer with one of {@code codes}. */
  static boolean answered(RegistryRefusedException refused, BlobErrorCode... codes) {
    return refused.getCause() instanceof BlobStorageException answer
        && answer.getErrorCode() != null
        && List.of(codes).contains(answer.getErrorCode());
  }

  RegistryException translated(Throwable failure) {
    return causes(failure)
        .map(this::known)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElseGet(() -> refused("answers what can't be read", failure));
  }

  private @Nullable RegistryException known(Throwable failure) {
    return switch (failure) {
      case RegistryException ours -> ours;
      case NotBlobStorageException other -> inItsPlace(other);
      case BlobStorageException answer -> answered(answer);
      case CredentialUnavailableException nobody -> unknownHere(nobody);
      case ClientAuthenticationException denied -> notSignedIn(denied);
      case InterruptedException interrupted -> {
        Thread.currentThread().interrupt();
        yield unavailable(interrupted);
      }
      case IOException broken -> unavailable(broken);
      case TimeoutException late -> unavailable(late);
      default -> null;
    };
  }

  private RegistryException answered(BlobStorageException answer) {
    int status = answer.getStatusCode();
    BlobErrorCode code = answer.getErrorCode();
    if (BlobErrorCode.CONTAINER_NOT_FOUND.equals(code)) {
      return refused("has no container %s: create it first".formatted(container), answer);
    }
    if (status == 401 || status == 403) {
      return refused(
          "does not let us in (%s): compare %s with the account's, or give who we are in Azure the role Storage Blob Data Contributor"
              .formatted(code, BlobAccounts.CONNECTION),
          answer);
    }
    String said = "answers %d %s".formatted(status, code);
    return passes(status)
        ? new RegistryUnavailableException(where + " " + said, answer)
        : refused(said, answer);
  }

  private RegistryException inItsPlace(NotBlobStorageException other) {
    return passes(other.status())
        ? new RegistryUnavailableException(
            where + " can't be reached: what answers there is not that, and says " + other.status(),
            other)
        : refused("is not that, by its answer", other);
  }

  private static boolean passes(int status) {
    return status >= 500 || status == 429 || status == 408;
  }

  private RegistryException unknownHere(CredentialUnavailableException nobody) {
    return refused(
        "can't be opened: set %s to the connection string of account %s, or sign in to Azure (az login, a managed or workload identity)"
            .formatted(BlobAccounts.CONNECTION, account),
        nobody);
  }

  /** Azure's sign-in may be away as well as say no. */
  private RegistryException notSignedIn(ClientAuthenticationException denied) {
    return causes(denied).anyMatch(cause -> cause instanceof IOException)
        ? unavailable(denied)
        : refused("can't be opened: Azure does not let us sign in", denied);
  }

  private RegistryException unavailable(Throwable failure) {
    return new RegistryUnavailableException(
        "%s doesn't answer (%s)%s"
            .formatted(
                where,
                deepest(failure),
                account.equals(BlobAddress.EMULATOR)
                    ? ": ./facet status tells what runs, ./facet up starts what doesn't"
                    : ""),
        failure);
  }

  private RegistryException refused(String why, @Nullable Throwable cause) {
    return new RegistryRefusedException(where + " " + why, cause);
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = causes(failure).reduce(failure, (outer, inner) -> inner);
    String message = deepest.getMessage();
    return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
