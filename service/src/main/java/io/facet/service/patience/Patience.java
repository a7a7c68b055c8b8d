package io.facet.service.patience;

import io.facet.service.problems.Problem;
import io.facet.service.problems.ProblemException;
import io.facet.service.problems.ProblemType;
import io.facet.service.requests.RequestId;
import io.facet.service.requests.RequestLog;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hangs up on a caller who takes too long: to send a request, or to send or take anything while one
 * is under way. One for each connection, which looks now and then: a timer for each request would
 * cost every one of them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Who writes has a promise, who hangs up has no hope.
final class Patience extends ChannelDuplexHandler {

  private static final Logger log = LoggerFactory.getLogger(Patience.class);

  private static final String BATCH = "/v1/valuations/batch";
  private static final long OFTENEST_MILLIS = 200;

  private final JsonMapper json;
  private final long request;
  private final long idle;
  private boolean headArriving;
  private boolean arriving;
  private boolean unanswered;
  private boolean answering;
  private boolean mayTakeLong;
  private String path = "";
  private @Nullable String givenId;
  private long headBegan;
  private long began;
  private long moved;
  private @Nullable ScheduledFuture<?> looks;

  private Patience(PatienceSettings settings, JsonMapper json) {
    this.json = json;
    this.request = settings.request().toNanos();
    this.idle = settings.idle().toNanos();
  }

  static void watch(Channel channel, PatienceSettings settings, JsonMapper json) {
    Patience patience = new Patience(settings, json);
    channel.pipeline().addFirst(patience.new Knocks());
    channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, null, patience);
  }

  /** Hears the first bytes of a request, before anybody can tell what they are. */
  private final class Knocks extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (!headArriving && !arriving && !unanswered) {
        headArriving = true;
        headBegan = System.nanoTime();
      }
      context.fireChannelRead(message);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    // Whoever connects has something to ask.
    headArriving = true;
    headBegan = System.nanoTime();
    long pause =
        Math.max(OFTENEST_MILLIS, Duration.ofNanos(Math.min(request, idle)).toMillis() / 4);
    looks =
        context
            .executor()
            .scheduleWithFixedDelay(() -> look(context), pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    if (looks != null) {
      looks.cancel(false);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    moved = System.nanoTime();
    if (message instanceof HttpRequest head) {
      headArriving = false;
      began = moved;
      arriving = true;
      unanswered = true;
      answering = false;
      path = head.uri();
      mayTakeLong = path.startsWith(BATCH);
      givenId = head.headers().get(RequestId.HEADER);
    }
    if (message instanceof LastHttpContent) {
      arriving = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    moved = System.nanoTime();
    if (!isInterim(message)) {
      answering |= message instanceof HttpResponse;
      unanswered &= !(message instanceof LastHttpContent);
    }
    context.write(message, promise);
  }

  /** 100, which only asks for the rest. */
  private static boolean isInterim(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }

  private void look(ChannelHandlerContext context) {
    long now = System.nanoTime();
    if (headArriving && now - headBegan > request) {
      context.close();
      return;
    }
    boolean tooSlow = arriving && !mayTakeLong && now - began > request;
    boolean still = (arriving || unanswered) && now - moved > idle;
    if (tooSlow || still) {
      hangUp(context);
    }
  }

  private void hangUp(ChannelHandlerContext context) {
    handlerRemoved(context);
    // Where all has arrived, what was asked may be done meanwhile: that isn't for us to say.
    if (answering || !arriving) {
      log.atWarn()
          .addKeyValue("request_id", givenId == null ? "" : RequestId.choose(givenId))
          .log("Hung up on {}: nothing moved any more", RequestLog.plain(path.split("\\?", 2)[0]));
      context.close();
      return;
    }
    context.writeAndFlush(late()).addListener(ChannelFutureListener.CLOSE);
  }

  private FullHttpResponse late() {
    String id = RequestId.choose(givenId);
    String asked = path.split("\\?", 2)[0];
    log.atInfo()
        .addKeyValue("request_id", id)
        .addKeyValue("status", 408)
        .log("Waited too long for the rest of a request to {}", RequestLog.plain(asked));
    byte[] body =
        json.writeValueAsBytes(
            Problem.of(
                new ProblemException(
                    ProblemType.REQUEST_TIMEOUT, "Nothing of it was done: send it again."),
                asked,
                id));
    FullHttpResponse late =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT, Unpooled.wrappedBuffer(body));
    late.headers()
        .set(RequestId.HEADER, id)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
        .set("X-Content-Type-Options", "nosniff")
        .set(HttpHeaders.LINK, ProblemType.REQUEST_TIMEOUT.help())
        .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return late;
  }
}
