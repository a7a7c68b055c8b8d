# The way in: Front Door (WAF, nearest region) -> private link -> API Management -> internal gateway of the cluster.
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

resource "azurerm_cdn_frontdoor_origin_group" "api" {
  name                     = "api"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.facet.id
  session_affinity_enabled = false

  health_probe {
    protocol            = "Https"
    path                = "/status-0123456789abcdef"
    request_type        = "HEAD"
    interval_in_seconds = 30
  }

  load_balancing {
    sample_size                        = 4
    successful_samples_required        = 3
    additional_latency_in_milliseconds = 50
  }
}

resource "azurerm_cdn_frontdoor_origin" "api" {
  name                           = "api-${var.location}"
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.api.id
  enabled                        = true
  host_name                      = "${local.name}.azure-api.net"
  origin_host_header             = "${local.name}.azure-api.net"
  certificate_name_check_enabled = true

  private_link {
    request_message        = "Front Door of facet"
    target_type            = "Gateway"
    location               = var.location
    private_link_target_id = azurerm_api_management.facet.id
  }
}

resource "azurerm_cdn_frontdoor_route" "api" {
  name                          = "api"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.api.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.api.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.api.id]
  supported_protocols           = ["Http", "Https"]
  patterns_to_match             = ["/*"]
  forwarding_protocol           = "HttpsOnly"
  https_redirect_enabled        = true
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

  # Against floods, far above what any plan allows; fair use by key is the service's.
  custom_rule {
    name                           = "FloodOfOneAddress"
    type                           = "RateLimitRule"
    action                         = "Block"
    priority                       = 100
    rate_limit_duration_in_minutes = 1
    rate_limit_threshold           = 60000
    match_condition {
      match_variable = "SocketAddr"
      operator       = "IPMatch"
      match_values   = ["0.0.0.0/0", "::/0"]
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
      }
    }
  }
}

# The v2 tiers can have a private way in (Front Door) and a way out into our network; the older ones have one or the other.
resource "azurerm_api_management" "facet" {
  #checkov:skip=CKV_AZURE_174:can be closed only once Front Door's private endpoint is approved; runbooks.md#first-day does
  name                          = local.name
  resource_group_name           = azurerm_resource_group.facet.name
  location                      = var.location
  publisher_name                = "Facet"
  publisher_email               = var.publisher_email
  sku_name                      = var.api_management_sku
  virtual_network_type          = "External"
  public_network_access_enabled = true
  min_api_version               = "2021-08-01"
  tags                          = local.tags

  virtual_network_configuration {
    subnet_id = azurerm_subnet.facet["management"].id
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_api_management_api" "facet" {
  name                  = "facet"
  resource_group_name   = azurerm_resource_group.facet.name
  api_management_name   = azurerm_api_management.facet.name
  revision              = "1"
  display_name          = "Facet"
  path                  = ""
  protocols             = ["https"]
  service_url           = "https://api.${var.environment}.facet.internal"
  subscription_required = false

  import {
    content_format = "openapi"
    content_value  = file("${path.module}/../../../service/openapi.yaml")
  }
}

resource "azurerm_api_management_api_policy" "facet" {
  api_name            = azurerm_api_management_api.facet.name
  api_management_name = azurerm_api_management.facet.name
  resource_group_name = azurerm_resource_group.facet.name
  xml_content         = file("${path.module}/../apim/policy.xml")
}

# What is sold: plans that a business takes out in the developer portal. Limits are the service's own; see decisions/06.
resource "azurerm_api_management_product" "plan" {
  for_each              = toset(["sandbox", "standard", "enterprise"])
  product_id            = each.key
  display_name          = title(each.key)
  api_management_name   = azurerm_api_management.facet.name
  resource_group_name   = azurerm_resource_group.facet.name
  subscription_required = true
  approval_required     = each.key != "sandbox"
  published             = true
}
