package io.facet.registry.blob;

/** Something else answered, perhaps on the way. */
final class NotBlobStorageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  NotBlobStorageException(int status) {
    super("answered " + status);
    this.status = status;
  }

  int status() {
    return status;
  }
}
