package io.facet.service.web;

import io.facet.registry.LocalStack;
import io.facet.registry.folder.ModelFolder;
import io.facet.registry.folder.TestModel;
import io.facet.registry.mlflow.Mlflow;
import io.facet.registry.mlflow.RealMlflow;
import io.facet.registry.models.LoggedModel;
import io.facet.registry.models.ModelRegistry;
import io.facet.registry.runs.Run;
import io.facet.service.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service of a house whose models lie in real MLflow and whose books hold stones that nobody
 * has priced yet; one for all tests of the web app, which therefore rely on no version or price but
 * ask for it.
 */
final class House {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The first is priced far too high, the last three by nobody; the third can't be a diamond. */
  static final String BOOKS =
      """
      carat,cut,color,clarity,depth,table,price,x,y,z
      0.72,Ideal,F,VS1,61.5,56,9000,5.75,5.78,3.55
      0.90,Very Good,G,VS2,62.3,58,3900,6.12,6.15,3.82
      0.72,Ideal,F,VS1,61.5,56,3000,5.75,5.78,0
      1.01,Premium,H,SI1,61.6,58,,6.44,6.40,3.95
      1.50,Ideal,E,VVS2,61.8,56,,7.34,7.38,4.55
      0.31,Good,I,VS2,63.1,57,,4.30,4.33,2.72
      """;

  private static final String OUT_OF_FOLD =
      """
      carat,cut,color,clarity,depth,table,x,y,z,price,estimate,low,high
      0.3,Ideal,F,VS1,61.5,56.0,4.3,4.32,2.65,700.0,710.0,650.0,780.0
      0.72,Ideal,F,VS1,61.5,56.0,5.75,5.78,3.55,3400.0,3300.0,2900.0,3400.0
      1.0,Ideal,F,VS1,61.5,56.0,6.4,6.43,3.95,9000.0,7000.0,6200.0,8100.0
      1.2,Ideal,F,VS1,61.5,56.0,6.8,6.83,4.2,9000.0,9100.0,8000.0,10000.0
      """;

  private static final class Open {
    static final House HOUSE = open();
  }

  private final Mlflow mlflow;
  private final Path home;
  private final RunningService service;

  private House(Mlflow mlflow, Path home, RunningService service) {
    this.mlflow = mlflow;
    this.home = home;
    this.service = service;
  }

  static House open() {
    try {
      RealMlflow.forgetModels();
      Path home = Files.createTempDirectory("facet-house");
      Mlflow mlflow = Mlflow.at(LocalStack.running().mlflow());
      crown(mlflow, home.resolve("first"), 6000);
      Path books = Files.writeString(home.resolve("books.csv"), BOOKS);
      RunningService service =
          RunningService.following(
              home, LocalStack.running().mlflow(), Map.of("FACET_COLLECTION", books.toString()));
      return new House(mlflow, home, service.withModel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static House shared() {
    return Open.HOUSE;
  }

  RunningService service() {
    return service;
  }

  /** The version that answers. */
  String version() {
    return JSON.readTree(service.read("/v1/models/current")).get("version").asString();
  }

  /** Registers and promotes a dearer model, and waits until it answers; its version. */
  String crown(double usdPerCarat) {
    String version = crown(mlflow, home.resolve("at-" + usdPerCarat), usdPerCarat);
    Awaitility.await().until(() -> version().equals(version));
    return version;
  }

  private static String crown(Mlflow mlflow, Path folder, double usdPerCarat) {
    try {
      TestModel.write(folder, usdPerCarat, TestModel.collection(RunningService.STONES));
      Files.createDirectories(folder.resolve("training"));
      Files.writeString(folder.resolve("training/out-of-fold.csv"), OUT_OF_FOLD);
      Files.writeString(
          folder.resolve("price-list.csv"),
          TestModel.PRICE_LIST.replace("4021.10", String.valueOf(usdPerCarat)));
      ModelFolder.seal(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Run run = mlflow.tracker().start("train", Map.of(), Optional.empty());
    Map<String, Double> metrics = Map.of("mae_usd", 410.5, "mape_percent", 7.25);
    LoggedModel model = run.model("facet", folder, Map.of(), metrics);
    run.metrics(metrics);
    run.end(Run.Outcome.FINISHED);
    ModelRegistry registry = mlflow.registry();
    String version = registry.register(model, Map.of()).version();
    registry.promote(version, "Ada", "stones of 1 ct around $" + Math.round(usdPerCarat));
    return version;
  }

  /** What the API says of {@code stone}, in USD. */
  BigDecimal price(String stone) {
    return new BigDecimal(
        JSON.readTree(service.answer("/v1/estimates", stone)).get("price").asString());
  }
}
