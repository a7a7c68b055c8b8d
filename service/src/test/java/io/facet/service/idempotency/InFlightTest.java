package io.facet.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class InFlightTest {

  private static final IdempotencyKey ORDER = new IdempotencyKey("ada", "order 17");

  private final InFlight inFlight = new InFlight();
  private final AtomicInteger begun = new AtomicInteger();
  private final Sinks.One<String> answer = Sinks.one();

  private Mono<String> send(IdempotencyKey key) {
    return inFlight.alone(
        key,
        () -> {
          begun.incrementAndGet();
          return answer.asMono();
        });
  }

  @Test
  void the_second_of_two_at_once_is_409_and_does_nothing() {
    send(ORDER).subscribe();

    StepVerifier.create(send(ORDER))
        .verifyErrorMatches(
            e ->
                e instanceof ProblemException p
                    && p.type() == ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT);
    assertThat(begun).hasValue(1);
  }

  @Test
  void another_business_may_use_the_same_name() {
    send(ORDER).subscribe();
    send(new IdempotencyKey("ben", "order 17")).subscribe();

    assertThat(begun).hasValue(2);
  }

  @Test
  void whoever_has_the_answer_may_send_at_once() {
    answer.tryEmitValue("answered");

    StepVerifier.create(send(ORDER).flatMap(first -> send(ORDER)))
        .expectNext("answered")
        .verifyComplete();
    StepVerifier.create(
            inFlight
                .alone(ORDER, () -> Mono.<String>error(new IllegalStateException("no stone")))
                .onErrorResume(refused -> send(ORDER)))
        .expectNext("answered")
        .verifyComplete();
  }

  @Test
  void once_answered_or_given_up_it_may_be_sent_again() {
    send(ORDER).subscribe().dispose();
    send(ORDER).subscribe();
    answer.tryEmitValue("answered");

    StepVerifier.create(send(ORDER)).expectNext("answered").verifyComplete();
    assertThat(begun).hasValue(3);
  }
}
