package io.facet.notebooks;

import io.facet.registry.folder.Checksums;
import io.facet.valuation.stone.Grade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A chart: a Vega-Lite specification from {@code figures/NAME.json}, drawn in the look that all
 * figures share. The specification says how to draw; title and data are computed.
 */
public final class Figure {

  private static final Path FIGURES = Path.of("figures");
  private static final int DIGEST_LETTERS = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(new InTheTradesSpelling())
                  .addSerializer(Double.class, new Rounded())
                  .addSerializer(double.class, new Rounded()))
          // A map may list its entries in another order in every process.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final String name;
  private final String title;
  private final Map<String, List<?>> data = new TreeMap<>();

  private Figure(String name, String title) {
    this.name = name;
    this.title = title;
  }

  /**
   * The figure that {@code figures/NAME.json} specifies.
   *
   * @param title its message, in a sentence
   */
  public static Figure of(String name, String title) {
    return new Figure(name, title);
  }

  /**
   * Gives the data set of that name its rows: records or maps. A record's components are fields, of
   * a record in a record {@code outer.inner}; grades are spelt as the trade does.
   */
  public Figure with(String dataset, List<?> rows) {
    data.put(dataset, List.copyOf(rows));
    return this;
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  /**
   * The whole specification.
   *
   * @throws IOException when {@code figures/} does not hold it
   * @throws IllegalStateException when it asks for other data sets than those given
   */
  public String specification() throws IOException {
    ObjectNode specification = read(FIGURES.resolve(name + ".json"));
    Set<String> asked = new TreeSet<>();
    specification
        .findValues("data")
        .forEach(data -> data.path("name").asStringOpt().ifPresent(asked::add));
    if (!asked.equals(data.keySet())) {
      throw new IllegalStateException(
          "figures/%s.json draws the data sets %s, and was given %s"
              .formatted(name, asked, data.keySet()));
    }
    specification.withObject("/title").put("text", title);
    specification.set("config", read(FIGURES.resolve("look.json")));
    specification.set("datasets", JSON.valueToTree(data));
    return JSON.writeValueAsString(specification);
  }

  /** Tells one drawing from another: the digest of all that is drawn and how. */
  public String digest() {
    try {
      return Checksums.sha256(specification().getBytes(StandardCharsets.UTF_8))
          .substring(0, DIGEST_LETTERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The chart as a PNG, twice as many pixels as it is shown with, so that it prints well.
   *
   * @throws UncheckedIOException when Vega-Lite refuses the specification
   */
  public byte[] png() {
    try {
      return Drawing.png(specification());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
  }

  private static final class InTheTradesSpelling extends StdSerializer<Grade> {

    private InTheTradesSpelling() {
      super(Grade.class);
    }

    @Override
    public void serialize(Grade grade, JsonGenerator out, SerializationContext context) {
      out.writeString(grade.spelling());
    }
  }

  /** More digits can't be seen, and the last ones differ from one processor to another. */
  private static final class Rounded extends StdSerializer<Double> {

    private static final MathContext DIGITS = new MathContext(6);

    private Rounded() {
      super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(number)) {
        out.writeNumber(new BigDecimal(number).round(DIGITS).doubleValue());
      } else {
        out.writeNull();
      }
    }
  }
}
