package org.townloop.surface.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.townloop.base.identity.Actor;
import tools.jackson.databind.JsonNode;

/** What the OpenAPI document says besides the calls. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        // The actor comes from the token, not from a parameter; an attribute's value is any JSON.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class)
                .replaceWithClass(JsonNode.class, Object.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Townloop")
                        .version("1")
                        .description(
                                "Amounts are minor units with an ISO 4217 currency; times are RFC 3339 with offset; "
                                        + "errors are problem details (RFC 9457) with a stable type.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
