package org.townloop.surface.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes the {@link View} that a controller returned. */
class ViewHandler implements HandlerMethodReturnValueHandler {

    private final TemplateEngine templates;

    ViewHandler(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return View.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var response = request.getNativeResponse(HttpServletResponse.class);
        if (response == null) {
            throw new IllegalStateException("a view is written to an HTTP response only");
        }
        switch ((View) Objects.requireNonNull(returned, "a controller answers with a view")) {
            case View.Shown shown -> write(shown, response);
            case View.Redirect(var location) -> {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, location);
            }
            case View.Download download -> write(download, response);
            case View.Streamed streamed -> write(streamed, response);
        }
    }

    private static void write(View.Streamed streamed, HttpServletResponse response) throws IOException {
        response.setContentType(streamed.type().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(streamed.name()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        streamed.content().writeTo(response.getOutputStream());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static void write(View.Download download, HttpServletResponse response) throws IOException {
        var content = download.text().getBytes(StandardCharsets.UTF_8);
        response.setContentType(download.type() + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(download.name()));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    void write(View.Shown shown, HttpServletResponse response) throws IOException {
        var page = new Utf8ByteOutput();
        templates.render(shown.template() + ".jte", shown.model(), page);
        response.setStatus(shown.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
