# One stamp: one environment in one region. Names are short because storage accounts and key vaults allow 24 letters.
locals {
  name = "facet-${var.environment}"
  flat = "facet${var.environment}"
  tags = {
    system      = "facet"
    environment = var.environment
    managed_by  = "terraform"
  }
}

data "azurerm_client_config" "current" {}

resource "azurerm_resource_group" "facet" {
  name     = local.name
  location = var.location
  tags     = local.tags
}
