package io.facet.training.families.gaussian;

import io.facet.valuation.stone.Factor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  }

  // Grades start over about three deviations, as measured factors are spread.
  private static final double START_REACH = 3;
  private static final double START_SLOPE = -1.2;
  private static final double START_NOISE = -2.5;
  private static final double START_NOISE_GROWTH = .13;

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
            case PROPORTIONS -> new double[] {-2.6, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2};
          };
      System.arraycopy(from, 0, vector, amplitude(term), from.length);
    }
    vector[NOISE] = START_NOISE;
    vector[NOISE + 1] = START_NOISE_GROWTH;
    return new Hyperparameters(vector);
  }

  /** Those that train uses unless it is told to look for others. */
  static Hyperparameters found() {
    return start();
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

  /** By name, to be logged. */
  Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int graded = 0; graded < FIRST_STEP.length; graded++) {
      Factor factor = GRADED.get(graded);
      double[] positions = positions(graded);
      for (int grade = 0; grade < positions.length; grade++) {
        String spelling = factor.grades().get(grade).replace(' ', '_');
        named.put("position_" + factor.label() + "_" + spelling, positions[grade]);
      }
    }
    for (Factor factor : Factor.values()) {
      named.put("slope_deviation_" + factor.label(), Math.sqrt(slopeVariance(factor.ordinal())));
    }
    for (Term term : Term.values()) {
      String name = term.name().toLowerCase(Locale.ROOT);
      named.put("amplitude_" + name, Math.sqrt(variance(term)));
      for (int factor = 0; factor < term.factors(); factor++) {
        named.put("length_" + name + "_" + Factor.values()[factor].label(), length(factor, term));
      }
    }
    named.put("noise_deviation", Math.exp(vector[NOISE]));
    named.put("noise_growth", vector[NOISE + 1]);
    return named;
  }

  private static double softplus(double value) {
    return value > 30 ? value : Math.log1p(Math.exp(value));
  }
}
