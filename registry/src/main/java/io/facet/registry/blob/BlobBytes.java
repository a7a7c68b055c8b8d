package io.facet.registry.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a blob; trouble on the way says where, as an {@link IOException} like any other. */
final class BlobBytes extends FilterInputStream {

  private final BlobFolder folder;

  BlobBytes(InputStream bytes, BlobFolder folder) {
    super(bytes);
    this.folder = folder;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException | RuntimeException e) {
      throw new IOException(folder.translated(e).getMessage(), e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    try {
      return super.read(bytes, from, most);
    } catch (IOException | RuntimeException e) {
      throw new IOException(folder.translated(e).getMessage(), e);
    }
  }
}
