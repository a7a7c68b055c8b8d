package io.facet.training.stones;

import io.facet.valuation.Appraisal;
import io.facet.valuation.stone.Clarity;
import io.facet.valuation.stone.Color;
import io.facet.valuation.stone.Cut;
import io.facet.valuation.stone.Diamond;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Appraised stones in the order in which they came, each once, with its latest price. Stones are
 * the same when their nine features are. Many of them lie in a scratch file, so that the heap
 * doesn't grow with them. For one thread.
 */
public final class StoneTable {

  // Six measures, the price, the three grades and the hash, in 64 bytes; and twice as many slots
  // as rows, which name rows counted from 1.
  private static final int ROW = 64;
  private static final int MEASURES = 6;
  private static final int PRICE = 8 * MEASURES;
  private static final int GRADES = PRICE + 8;
  private static final int HASH = GRADES + 4;
  private static final int SLOT = 4;

  private static final long FEW = 1 << 10;
  private static final long MOST = 1 << 29;
  private static final long ON_HEAP = 1 << 20;

  private static final Cut[] CUTS = Cut.values();
  private static final Color[] COLORS = Color.values();
  private static final Clarity[] CLARITIES = Clarity.values();

  private long capacity = FEW;
  private MemorySegment rows = memory(FEW * ROW);
  private MemorySegment slots = memory(2 * FEW * SLOT);
  private int size;

  public int size() {
    return size;
  }

  /** What {@code stone} was appraised at last, in USD. */
  public OptionalDouble price(Diamond stone) {
    int row = named(slot(stone, hash(stone)));
    return row < 0 ? OptionalDouble.empty() : OptionalDouble.of(priceAt(row));
  }

  public boolean has(Diamond stone) {
    return named(slot(stone, hash(stone))) >= 0;
  }

  /** From now on the stone is known, at this price. */
  public void put(Appraisal appraisal) {
    int hash = hash(appraisal.stone());
    long slot = slot(appraisal.stone(), hash);
    int row = named(slot);
    if (row < 0) {
      if (size == capacity) {
        grow();
        slot = slot(appraisal.stone(), hash);
      }
      row = size++;
      write(row, appraisal.stone(), hash);
      slots.setAtIndex(ValueLayout.JAVA_INT, slot, row + 1);
    }
    rows.set(ValueLayout.JAVA_DOUBLE, at(row) + PRICE, appraisal.price());
  }

  /** All of them, in the order in which they came; made anew whenever they are asked for. */
  public List<Appraisal> appraisals() {
    return new AbstractList<>() {
      @Override
      public Appraisal get(int row) {
        if (row < 0 || row >= size) {
          throw new IndexOutOfBoundsException(row);
        }
        return new Appraisal(stone(row), priceAt(row));
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private void grow() {
    if (capacity == MOST) {
      throw new IllegalStateException("more than %,d different stones".formatted(MOST));
    }
    MemorySegment larger = memory(2 * capacity * ROW);
    larger.copyFrom(rows);
    rows = larger;
    capacity *= 2;
    slots = memory(2 * capacity * SLOT);
    for (int row = 0; row < size; row++) {
      long slot = first(rows.get(ValueLayout.JAVA_INT, at(row) + HASH));
      while (named(slot) >= 0) {
        slot = next(slot);
      }
      slots.setAtIndex(ValueLayout.JAVA_INT, slot, row + 1);
    }
  }

  /** Where {@code stone} is named, or else may be. */
  private long slot(Diamond stone, int hash) {
    long slot = first(hash);
    for (int row = named(slot); row >= 0; row = named(slot)) {
      if (rows.get(ValueLayout.JAVA_INT, at(row) + HASH) == hash && stone(row).equals(stone)) {
        return slot;
      }
      slot = next(slot);
    }
    return slot;
  }

  private long first(int hash) {
    return hash & (2 * capacity - 1);
  }

  private long next(long slot) {
    return (slot + 1) & (2 * capacity - 1);
  }

  /** The row that a slot names, or -1. */
  private int named(long slot) {
    return slots.getAtIndex(ValueLayout.JAVA_INT, slot) - 1;
  }

  private static long at(int row) {
    return (long) row * ROW;
  }

  private double priceAt(int row) {
    return rows.get(ValueLayout.JAVA_DOUBLE, at(row) + PRICE);
  }

  private void write(int row, Diamond stone, int hash) {
    double[] measures = {
      stone.carat(), stone.depth(), stone.table(), stone.x(), stone.y(), stone.z()
    };
    for (int i = 0; i < MEASURES; i++) {
      rows.set(ValueLayout.JAVA_DOUBLE, at(row) + 8L * i, measures[i]);
    }
    rows.set(ValueLayout.JAVA_BYTE, at(row) + GRADES, (byte) stone.cut().ordinal());
    rows.set(ValueLayout.JAVA_BYTE, at(row) + GRADES + 1, (byte) stone.color().ordinal());
    rows.set(ValueLayout.JAVA_BYTE, at(row) + GRADES + 2, (byte) stone.clarity().ordinal());
    rows.set(ValueLayout.JAVA_INT, at(row) + HASH, hash);
  }

  private Diamond stone(int row) {
    long at = at(row);
    return new Diamond(
        measure(at, 0),
        CUTS[rows.get(ValueLayout.JAVA_BYTE, at + GRADES)],
        COLORS[rows.get(ValueLayout.JAVA_BYTE, at + GRADES + 1)],
        CLARITIES[rows.get(ValueLayout.JAVA_BYTE, at + GRADES + 2)],
        measure(at, 1),
        measure(at, 2),
        measure(at, 3),
        measure(at, 4),
        measure(at, 5));
  }

  private double measure(long at, int i) {
    return rows.get(ValueLayout.JAVA_DOUBLE, at + 8L * i);
  }

  /** Spreads out what the record's own hash leaves close together. */
  private static int hash(Diamond stone) {
    int hash = stone.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /** Zeros, in a file where they are many; it is gone once nobody refers to them any more. */
  private static MemorySegment memory(long bytes) {
    if (bytes <= ON_HEAP) {
      return MemorySegment.ofArray(new long[(int) (bytes / 8)]);
    }
    try {
      Path file = Files.createTempFile("facet-", ".stones");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
