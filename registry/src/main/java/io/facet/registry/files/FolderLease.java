package io.facet.registry.files;

import io.facet.registry.leases.Lease;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is locked while its channel is open. */
final class FolderLease implements Lease {

  private final Path file;
  private final FileChannel channel;
  private final Set<Path> ours;
  private final @Nullable Object identity;

  FolderLease(Path file, FileChannel channel, Set<Path> ours) throws IOException {
    this.file = file;
    this.channel = channel;
    this.ours = ours;
    this.identity = identity(file);
  }

  /** A lock on a file that somebody deleted keeps nobody out: another may be there by now. */
  @Override
  public boolean isHeld() {
    try {
      return channel.isOpen() && Objects.equals(identity, identity(file));
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw FolderArtifactStore.failed("look at", file, e);
    }
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(FolderLease.class.getName())
          .log(System.Logger.Level.WARNING, "can't close " + file, e);
    }
    ours.remove(file);
  }

  private static @Nullable Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }
}
