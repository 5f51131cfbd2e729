package org.townloop.surface.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.townloop.base.kernel.Absent;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;
import tools.jackson.databind.json.JsonMapper;

/** A page for whoever wants to use the API. */
@Controller
@Hidden
class ApiDocs {

    private final ObjectProvider<OpenApiWebMvcResource> openApi;
    private final JsonMapper json;

    ApiDocs(ObjectProvider<OpenApiWebMvcResource> openApi, JsonMapper json) {
        this.openApi = openApi;
        this.json = json;
    }

    @GetMapping("/api")
    View page(Page page, HttpServletRequest request, Locale locale) throws JsonProcessingException {
        var resource = openApi.getIfAvailable();
        if (resource == null) {
            throw new Absent("the OpenAPI document");
        }
        var document = json.readTree(resource.openapiJson(request, "/api/openapi.json", locale));
        return View.of("api/calls", ApiPage.of(page, document));
    }
}
