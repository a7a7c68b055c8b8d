package io.facet.training.page;

/** Sentences that keep to the width of a terminal. */
public final class Wrapped {

  /** As wide as lines get. */
  public static final int COLUMNS = 100;

  private Wrapped() {}

  /** {@code start} and {@code words}, which go on below themselves; ends its last line. */
  public static String lines(String start, String words) {
    StringBuilder text = new StringBuilder(start);
    int column = start.length();
    boolean first = true;
    for (String word : words.split(" ", -1)) {
      if (!first && column + 1 + word.length() > COLUMNS) {
        text.append('\n').append(" ".repeat(start.length()));
        column = start.length();
        first = true;
      }
      text.append(first ? "" : " ").append(word);
      column += word.length() + (first ? 0 : 1);
      first = false;
    }
    return text.append('\n').toString();
  }
}
