package io.facet.service.models;

import io.facet.registry.folder.ModelFolder;
import java.util.Optional;

/** The price list that a model brings, as it was written: one price a row, and to be printed. */
public final class PriceListFiles {

  private final byte[] csv;
  private final byte[] pdf;

  private PriceListFiles(byte[] csv, byte[] pdf) {
    this.csv = csv;
    this.pdf = pdf;
  }

  /** That of {@code folder}; empty where it brings none. */
  public static Optional<PriceListFiles> of(ModelFolder folder) {
    return folder
        .sealed("price-list.csv")
        .flatMap(csv -> folder.sealed("price-list.pdf").map(pdf -> new PriceListFiles(csv, pdf)));
  }

  public byte[] csv() {
    return csv.clone();
  }

  public byte[] pdf() {
    return pdf.clone();
  }
}
