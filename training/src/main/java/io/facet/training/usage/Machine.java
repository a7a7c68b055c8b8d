package io.facet.training.usage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The machine and this process at one moment, by MLflow's names where it has one: its page shows
 * all that begins with {@code system/} together. What a system doesn't tell is left out.
 */
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Path PROCESS = Path.of("/proc/self/status");
  private static final double MEGABYTE = 1e6;
  private static final int KIBIBYTE = 1 << 10;

  private Machine() {}

  static Map<String, Double> look() {
    Map<String, Double> seen = new LinkedHashMap<>();
    // Neither is known until it has been asked for twice.
    percent(seen, "system/cpu_utilization_percentage", SYSTEM.getCpuLoad());
    percent(seen, "system/process_cpu_percentage", SYSTEM.getProcessCpuLoad());
    double total = SYSTEM.getTotalMemorySize();
    kilobytes(MEMORY, "MemAvailable:")
        .ifPresent(
            available -> {
              double used = total - available * (double) KIBIBYTE;
              seen.put("system/system_memory_usage_megabytes", used / MEGABYTE);
              seen.put("system/system_memory_usage_percentage", 100 * used / total);
            });
    kilobytes(PROCESS, "VmRSS:")
        .ifPresent(
            resident ->
                seen.put(
                    "system/process_memory_megabytes", resident * (double) KIBIBYTE / MEGABYTE));
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    seen.put("system/process_heap_megabytes", heap / MEGABYTE);
    return seen;
  }

  private static void percent(Map<String, Double> seen, String name, double share) {
    if (share > 0) {
      seen.put(name, 100 * share);
    }
  }

  /** Linux writes {@code VmRSS: 103424 kB}. */
  private static OptionalLong kilobytes(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
