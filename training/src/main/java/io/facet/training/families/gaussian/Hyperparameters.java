package io.facet.training.families.gaussian;

import io.facet.valuation.stone.Factor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What the marginal likelihood decides, as one vector: steps between grades (through softplus, so
 * that better grades stand higher), amplitudes and lengths of the terms (as logarithms), and noise.
 */
final class Hyperparameters {

  static final List<Factor> GRADED = List.of(Factor.COLOR, Factor.CLARITY, Factor.CUT);

  private static final int[] FIRST_STEP = new int[GRADED.size()];
  private static final int SLOPES;
  private static final int[] TERM = new int[Term.COUNT];
  private static final int NOISE;

  /** How many there are. */
  static final int COUNT;

  private static final String[] NAMES;
  private static final Scale[] SCALES;

  /** How a number that people read stands in the vector, where it may be any. */
  private enum Scale {
    STEP,
    LOGARITHM,
    PLAIN;

    double toReadable(double inVector) {
      return switch (this) {
        case STEP -> softplus(inVector);
        case LOGARITHM -> Math.exp(inVector);
        case PLAIN -> inVector;
      };
    }

    double toVector(double readable) {
      return switch (this) {
        case STEP -> Math.log(Math.expm1(readable));
        case LOGARITHM -> Math.log(readable);
        case PLAIN -> readable;
      };
    }
  }

  static {
    int next = 0;
    for (int graded = 0; graded < FIRST_STEP.length; graded++) {
      FIRST_STEP[graded] = next;
      next += GRADED.get(graded).grades().size() - 1;
    }
    SLOPES = next;
    next += Factor.COUNT;
    for (Term term : Term.values()) {
      TERM[term.ordinal()] = next;
      next += 1 + term.factors();
    }
    NOISE = next;
    COUNT = next + 2;
    NAMES = names();
    SCALES = new Scale[COUNT];
    Arrays.fill(SCALES, Scale.LOGARITHM);
    Arrays.fill(SCALES, 0, SLOPES, Scale.STEP);
    SCALES[COUNT - 1] = Scale.PLAIN;
  }

  private static String[] names() {
    String[] names = new String[COUNT];
    for (int graded = 0; graded < FIRST_STEP.length; graded++) {
      Factor factor = GRADED.get(graded);
      for (int step = 0; step + 1 < factor.grades().size(); step++) {
        String better = factor.grades().get(step + 1).replace(' ', '_');
        names[FIRST_STEP[graded] + step] = "step_" + factor.label() + "_" + better;
      }
    }
    for (Factor factor : Factor.values()) {
      names[slope(factor.ordinal())] = "slope_deviation_" + factor.label();
    }
    for (Term term : Term.values()) {
      String name = term.name().toLowerCase(Locale.ROOT);
      names[amplitude(term)] = "amplitude_" + name;
      for (int factor = 0; factor < term.factors(); factor++) {
        names[length(term, factor)] = "length_" + name + "_" + Factor.values()[factor].label();
      }
    }
    names[NOISE] = "noise_deviation";
    names[NOISE + 1] = "noise_growth";
    return names;
  }

  // Grades start over about three deviations, as measured factors are spread.
  private static final double START_REACH = 3;
  private static final double START_SLOPE = -1.2;
  private static final double START_NOISE = -2.5;
  private static final double START_NOISE_GROWTH = .13;
  // Of the variance of a Gaussian that has to count the outliers as well.
  private static final double OUTLIERS_ASIDE = .55;

  private final double[] vector;

  Hyperparameters(double[] vector) {
    this.vector = vector.clone();
  }

  /** Where the search starts, which already values stones fairly well. */
  static Hyperparameters start() {
    double[] vector = new double[COUNT];
    for (int graded = 0; graded < FIRST_STEP.length; graded++) {
      int steps = GRADED.get(graded).grades().size() - 1;
      for (int step = 0; step < steps; step++) {
        vector[FIRST_STEP[graded] + step] = Math.log(Math.expm1(START_REACH / steps));
      }
    }
    for (int factor = 0; factor < Factor.COUNT; factor++) {
      vector[slope(factor)] = START_SLOPE;
    }
    for (Term term : Term.values()) {
      double[] from =
          switch (term) {
            case LIST_ROUND -> new double[] {-1.3, .7, 2, .9, 1};
            case LIST_POINTED -> new double[] {-2.7, -.5, 1, .5, .5};
            case WEIGHT -> new double[] {-3.2, -2};
            case PROPORTIONS_ROUND ->
                new double[] {-2.6, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2};
            case PROPORTIONS_POINTED ->
                new double[] {-2.9, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5};
          };
      System.arraycopy(from, 0, vector, amplitude(term), from.length);
    }
    vector[NOISE] = START_NOISE;
    vector[NOISE + 1] = START_NOISE_GROWTH;
    return new Hyperparameters(vector);
  }

  /**
   * Those that training uses unless it is told to look for others; RATIONALE.md tells how they were
   * found.
   */
  static Hyperparameters found() {
    Properties found = new Properties();
    try (InputStream in = Hyperparameters.class.getResourceAsStream("hyperparameters.properties")) {
      found.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] vector = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      vector[i] = SCALES[i].toVector(Double.parseDouble(found.getProperty(NAMES[i])));
    }
    return new Hyperparameters(vector);
  }

  /** With the noise that is left once heavy tails take care of the outliers. */
  Hyperparameters withoutOutliers() {
    double[] less = vector.clone();
    less[NOISE] += .5 * Math.log(OUTLIERS_ASIDE);
    return new Hyperparameters(less);
  }

  double[] vector() {
    return vector.clone();
  }

  /** Which of the vector is the logarithm of the standard deviation of a factor's slope. */
  static int slope(int factor) {
    return SLOPES + factor;
  }

  /** Which of the vector is the logarithm of the amplitude of {@code term}. */
  static int amplitude(Term term) {
    return TERM[term.ordinal()];
  }

  /** Which of the vector is the logarithm of the length of {@code term} along a factor. */
  static int length(Term term, int factor) {
    return TERM[term.ordinal()] + 1 + factor;
  }

  double slopeVariance(int factor) {
    return Math.exp(2 * vector[slope(factor)]);
  }

  double variance(Term term) {
    return Math.exp(2 * vector[amplitude(term)]);
  }

  double length(int factor, Term term) {
    return Math.exp(vector[length(term, factor)]);
  }

  /** Variance of the noise of a stone whose weight stands at {@code position}. */
  double noise(double position) {
    return Math.exp(2 * (vector[NOISE] + vector[NOISE + 1] * position));
  }

  /** Adds what {@link #noise} adds to the gradient where it counts {@code weight} times. */
  void addNoiseGradient(double position, double weight, double[] gradient) {
    double change = 2 * weight * noise(position);
    gradient[NOISE] += change;
    gradient[NOISE + 1] += change * position;
  }

  /** Positions of the grades of {@code GRADED.get(graded)}, rising from the worst, around 0. */
  double[] positions(int graded) {
    double[] positions = new double[GRADED.get(graded).grades().size()];
    double sum = 0;
    for (int grade = 1; grade < positions.length; grade++) {
      positions[grade] = positions[grade - 1] + softplus(vector[FIRST_STEP[graded] + grade - 1]);
      sum += positions[grade];
    }
    for (int grade = 0; grade < positions.length; grade++) {
      positions[grade] -= sum / positions.length;
    }
    return positions;
  }

  /** Adds to the gradient what a gradient by the positions of the grades means for the steps. */
  void addStepGradient(int graded, double[] byPosition, double[] gradient) {
    double mean = 0;
    for (double change : byPosition) {
      mean += change / byPosition.length;
    }
    // A step moves every better grade, and the centre with them.
    double above = 0;
    for (int step = byPosition.length - 2; step >= 0; step--) {
      above += byPosition[step + 1] - mean;
      int at = FIRST_STEP[graded] + step;
      gradient[at] += above / (1 + Math.exp(-vector[at]));
    }
  }

  /** By name and as people read them, to be logged. */
  Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < COUNT; i++) {
      named.put(NAMES[i], SCALES[i].toReadable(vector[i]));
    }
    return named;
  }

  private static double softplus(double value) {
    return value > 30 ? value : Math.log1p(Math.exp(value));
  }
}
