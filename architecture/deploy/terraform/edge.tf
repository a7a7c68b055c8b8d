# The way in: Front Door (WAF) -> Private Link service on the public gateway's internal load balancer -> the public gateway.
# decisions/05 says why so, and why no API Management.
resource "azurerm_cdn_frontdoor_profile" "facet" {
  name                     = local.name
  resource_group_name      = azurerm_resource_group.facet.name
  sku_name                 = "Premium_AzureFrontDoor"
  response_timeout_seconds = 60
  tags                     = local.tags
}

resource "azurerm_cdn_frontdoor_endpoint" "api" {
  name                     = local.name
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.facet.id
  tags                     = local.tags
}

# Valid once the TXT record that Azure asks for stands in the house's own DNS zone: runbooks.md#first-day.
resource "azurerm_cdn_frontdoor_custom_domain" "api" {
  name                     = "api"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.facet.id
  host_name                = var.api_host

  tls {
    certificate_type = "ManagedCertificate"
  }
}

# The probe asks a pod whether it can price, through the whole way; the public gateway lets in this one path of the actuator.
resource "azurerm_cdn_frontdoor_origin_group" "api" {
  name                     = "api"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.facet.id
  session_affinity_enabled = false

  health_probe {
    protocol            = "Https"
    path                = "/actuator/health/readiness"
    request_type        = "HEAD"
    interval_in_seconds = 30
  }

  load_balancing {
    sample_size                        = 4
    successful_samples_required        = 3
    additional_latency_in_milliseconds = 50
  }
}

# The cluster makes the Private Link service when the public gateway is applied, so this comes with the second apply
# (`-var open=true`). Front Door trusts public authorities only: the gateway's certificate is for var.api_host.
resource "azurerm_cdn_frontdoor_origin" "api" {
  count                          = var.open ? 1 : 0
  name                           = "api-${var.location}"
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.api.id
  enabled                        = true
  host_name                      = var.api_host
  origin_host_header             = var.api_host
  certificate_name_check_enabled = true

  private_link {
    request_message        = "Front Door of facet"
    location               = var.location
    private_link_target_id = "${azurerm_kubernetes_cluster.facet.node_resource_group_id}/providers/Microsoft.Network/privateLinkServices/facet-public"
  }
}

resource "azurerm_cdn_frontdoor_route" "api" {
  count                           = var.open ? 1 : 0
  name                            = "api"
  cdn_frontdoor_endpoint_id       = azurerm_cdn_frontdoor_endpoint.api.id
  cdn_frontdoor_origin_group_id   = azurerm_cdn_frontdoor_origin_group.api.id
  cdn_frontdoor_origin_ids        = [azurerm_cdn_frontdoor_origin.api[0].id]
  cdn_frontdoor_custom_domain_ids = [azurerm_cdn_frontdoor_custom_domain.api.id]
  supported_protocols             = ["Http", "Https"]
  patterns_to_match               = ["/*"]
  forwarding_protocol             = "HttpsOnly"
  https_redirect_enabled          = true
}

resource "azurerm_cdn_frontdoor_firewall_policy" "api" {
  name                = local.flat
  resource_group_name = azurerm_resource_group.facet.name
  sku_name            = azurerm_cdn_frontdoor_profile.facet.sku_name
  mode                = "Prevention"
  tags                = local.tags

  managed_rule {
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
    action  = "Block"
  }
  managed_rule {
    type    = "Microsoft_BotManagerRuleSet"
    version = "1.1"
    action  = "Block"
  }

  # Against floods from one address; fair use by key is the service's. Twice the peak of size M: a business may well sit behind one address.
  custom_rule {
    name                           = "FloodOfOneAddress"
    type                           = "RateLimitRule"
    action                         = "Block"
    priority                       = 100
    rate_limit_duration_in_minutes = 1
    rate_limit_threshold           = 120000
    match_condition {
      match_variable = "SocketAddr"
      operator       = "IPMatch"
      match_values   = ["0.0.0.0/0", "::/0"]
    }
  }

  # Front Door's own probe doesn't pass the firewall.
  custom_rule {
    name     = "ActuatorIsForTheProbe"
    type     = "MatchRule"
    action   = "Block"
    priority = 50
    match_condition {
      match_variable = "RequestUri"
      operator       = "Contains"
      match_values   = ["/actuator"]
      transforms     = ["Lowercase", "UrlDecode"]
    }
  }
}

resource "azurerm_cdn_frontdoor_security_policy" "api" {
  name                     = "waf"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.facet.id

  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.api.id
      association {
        patterns_to_match = ["/*"]
        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.api.id
        }
        domain {
          cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_custom_domain.api.id
        }
      }
    }
  }
}

# From outside, through the whole way, every five minutes: a page that the service itself writes. That a price comes is the service's
# own metrics to say.
resource "azurerm_application_insights_standard_web_test" "front" {
  count                   = var.open ? 1 : 0
  name                    = "facet-front"
  resource_group_name     = azurerm_resource_group.facet.name
  location                = var.location
  application_insights_id = azurerm_application_insights.ml.id
  geo_locations           = ["emea-nl-ams-azr", "emea-gb-db3-azr", "emea-fr-pra-edge"]
  frequency               = 300
  timeout                 = 30
  retry_enabled           = true
  enabled                 = true
  tags                    = local.tags

  request {
    url = "https://${var.api_host}/problems"
  }
  validation_rules {
    expected_status_code        = 200
    ssl_check_enabled           = true
    ssl_cert_remaining_lifetime = 14
  }
}

resource "azurerm_monitor_metric_alert" "front" {
  count               = var.open ? 1 : 0
  name                = "facet-front-does-not-answer"
  resource_group_name = azurerm_resource_group.facet.name
  scopes              = [azurerm_application_insights_standard_web_test.front[0].id, azurerm_application_insights.ml.id]
  description         = "From two places or more nothing comes back: runbooks.md#nothing-comes-in"
  severity            = 1
  frequency           = "PT1M"
  window_size         = "PT5M"
  tags                = local.tags

  application_insights_web_test_location_availability_criteria {
    web_test_id           = azurerm_application_insights_standard_web_test.front[0].id
    component_id          = azurerm_application_insights.ml.id
    failed_location_count = 2
  }
  action {
    action_group_id = azurerm_monitor_action_group.page.id
  }
}
