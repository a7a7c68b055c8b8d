package io.facet.service.requests;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Hangs up on a caller who takes too long: to send a request, or to send or take anything while one
 * is under way. One for each connection, which looks now and then: a timer for each request would
 * cost every one of them.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Who writes has a promise, who hangs up has no hope.
final class Patience extends ChannelDuplexHandler {

  private static final String BATCH = "/v1/valuations/batch";
  private static final long OFTENEST_MILLIS = 200;

  private final long request;
  private final long idle;
  private boolean arriving;
  private boolean unanswered;
  private boolean answering;
  private boolean mayTakeLong;
  private long began;
  private long moved;
  private @Nullable ScheduledFuture<?> looks;

  private Patience(PatienceSettings settings) {
    this.request = settings.request().toNanos();
    this.idle = settings.idle().toNanos();
  }

  static void watch(Channel channel, PatienceSettings settings) {
    channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, null, new Patience(settings));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
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
      began = moved;
      arriving = true;
      unanswered = true;
      answering = false;
      mayTakeLong = head.uri().startsWith(BATCH);
    }
    if (message instanceof LastHttpContent) {
      arriving = false;
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    moved = System.nanoTime();
    if (message instanceof HttpResponse) {
      answering = true;
    }
    if (message instanceof LastHttpContent) {
      unanswered = false;
    }
    context.write(message, promise);
  }

  private void look(ChannelHandlerContext context) {
    long now = System.nanoTime();
    boolean tooSlow = arriving && !mayTakeLong && now - began > request;
    boolean still = (arriving || unanswered) && now - moved > idle;
    if (tooSlow || still) {
      hangUp(context);
    }
  }

  private void hangUp(ChannelHandlerContext context) {
    handlerRemoved(context);
    if (answering) {
      context.close();
      return;
    }
    FullHttpResponse late =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.REQUEST_TIMEOUT);
    late.headers()
        .set(HttpHeaderNames.CONTENT_LENGTH, 0)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(late).addListener(ChannelFutureListener.CLOSE);
  }
}
