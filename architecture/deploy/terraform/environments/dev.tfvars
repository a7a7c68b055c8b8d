environment        = "dev"
zone_redundant     = false
node_count         = { min = 1, max = 2 }
database_sku       = "B_Standard_B2s"
api_management_sku = "StandardV2_1"
monthly_budget_eur = 1200
publisher_email    = "api@facet.example"
alert_email        = "on-call@facet.example"
admin_group_id     = "00000000-0000-0000-0000-000000000006"
image_registry_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/facet-images/providers/Microsoft.ContainerRegistry/registries/facetimages"
