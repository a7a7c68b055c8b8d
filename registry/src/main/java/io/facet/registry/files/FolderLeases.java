package io.facet.registry.files;

import io.facet.registry.artifacts.ArtifactPath;
import io.facet.registry.leases.Lease;
import io.facet.registry.leases.Leases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks on files under {@code leases/} of a folder, which the operating system frees when their
 * process dies. The files themselves stay: to delete one is to take the lease from its holder.
 */
public final class FolderLeases implements Leases {

  /**
   * What this process has locked. Under POSIX a process that closes any channel to a file frees all
   * its locks on it, so a vain attempt must not even open the file.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path root;

  /** Leases of the folder {@code root}, which is made when the first one is taken. */
  public FolderLeases(Path root) {
    this.root = root;
  }

  @Override
  public Optional<Lease> acquire(String name) {
    Path file = root.resolve("leases").resolve(ArtifactPath.of(name) + ".lock");
    try {
      Path folder = Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Path real = folder.toRealPath().resolve(file.getFileName());
      return OURS.add(real) ? lock(real) : Optional.empty();
    } catch (IOException e) {
      throw FolderArtifactStore.failed("lock", file, e);
    }
  }

  private static Optional<Lease> lock(Path file) throws IOException {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = channel.tryLock() != null;
      return locked ? Optional.of(new FolderLease(file, channel, OURS)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } finally {
      if (!locked) {
        OURS.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }
}
