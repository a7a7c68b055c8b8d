package io.facet.training.folder;

import io.facet.registry.folder.ModelFolder;
import io.facet.valuation.file.ModelFile;
import io.facet.valuation.stone.Feature;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code MLmodel}: what MLflow reads to know how a folder can be loaded. */
final class MlmodelFile {

  private static final String MLFLOW = "3.17.2";

  private MlmodelFile() {}

  static String text(Instant trainedAt) {
    return """
        flavors:
          facet:
            data: %s
            format_version: %d
          onnx:
            data: model.onnx
            onnx_version: 1.17.0
            providers:
            - CPUExecutionProvider
          python_function:
            loader_module: facet_pyfunc
            code: code
            env:
              conda: conda.yaml
              virtualenv: python_env.yaml
            python_version: 3.11.7
        mlflow_version: %s
        saved_input_example_info:
          artifact_path: input_example.json
          pandas_orient: split
          type: dataframe
        signature:
          inputs: '%s'
          outputs: '%s'
          params: null
        utc_time_created: '%s'
        """
        .formatted(
            ModelFolder.NATIVE,
            ModelFile.FORMAT_VERSION,
            MLFLOW,
            columns(Arrays.stream(Feature.values()).map(MlmodelFile::input).toList()),
            columns(List.of(number("estimate"), number("low"), number("high"))),
            trainedAt.toString().replace('T', ' ').replace("Z", ""));
  }

  private static String columns(List<Map<String, Object>> columns) {
    return JsonMapper.shared().writeValueAsString(columns);
  }

  /**
   * MLflow refuses a column of whole numbers where a signature says {@code double}, and a stone
   * with a table of 56 % has one: the loader checks the numbers itself, and says which row is
   * wrong.
   */
  private static Map<String, Object> input(Feature feature) {
    return column(feature.column(), feature.isGrade() ? "string" : "any");
  }

  private static Map<String, Object> number(String name) {
    return column(name, "double");
  }

  /** Map.of would shuffle the members from run to run. */
  private static Map<String, Object> column(String name, String type) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("type", type);
    column.put("name", name);
    column.put("required", true);
    return column;
  }
}
