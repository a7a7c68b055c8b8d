package io.facet.valuation.stone;

/** How well the stone was cut, from worst to best. Premium ranks below Ideal. */
public enum Cut implements Grade {
  FAIR("Fair"),
  GOOD("Good"),
  VERY_GOOD("Very Good"),
  PREMIUM("Premium"),
  IDEAL("Ideal");

  private final String spelling;

  Cut(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String spelling() {
    return spelling;
  }
}
